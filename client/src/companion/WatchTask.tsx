import { Presentation } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'

/** Eyes up: the room looks at the screen or at one another. */
export function WatchTask(_props: TaskProps) {
  const { t } = useText()
  return (
    <TaskFrame label={t('phone.task.watch')}>
      <div className="phone-still">
        <Presentation aria-hidden />
        <h2>{t('phone.watch.title')}</h2>
        <p>{t('phone.watch.body')}</p>
      </div>
    </TaskFrame>
  )
}
