import { useText } from '../i18n/use-text.ts'
import { Outline } from './Outline.tsx'
import type { PhoneTask } from './phone-task.ts'
import type { TaskProps } from './task-props.ts'

/** The page of a task. */
export function TaskView({ task, session }: TaskProps & { task: PhoneTask }) {
  const { t } = useText()
  if (task === 'watch') {
    return (
      <section className="phone-watch">
        <h2>{t('phone.watch.title')}</h2>
        <p>{t('phone.watch.body')}</p>
      </section>
    )
  }
  return <Outline session={session} />
}
