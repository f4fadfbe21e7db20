import { useText } from '../i18n/use-text.ts'
import type { PhoneTask } from './phone-task.ts'
import { TASK_ICONS } from './task-icons.ts'

interface TaskChoiceProps {
  tasks: readonly PhoneTask[]
  task: PhoneTask
  onTask: (task: PhoneTask) => void
}

/** A step can ask for more than one thing. */
export function TaskChoice({ tasks, task, onTask }: TaskChoiceProps) {
  const { t } = useText()
  if (tasks.length < 2) return null
  return (
    <div className="phone-tasks" role="group" aria-label={t('phone.shell.choice')}>
      {tasks.map((each) => {
        const Icon = TASK_ICONS[each]
        return (
          <button key={each} type="button" aria-pressed={each === task} onClick={() => onTask(each)}>
            <Icon aria-hidden /> {t(`phone.task.${each}`)}
          </button>
        )
      })}
    </div>
  )
}
