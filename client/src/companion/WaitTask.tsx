import { Hourglass } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { useSelected } from '../ui/use-selected.ts'
import { peopleHere } from './people-here.ts'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'

/** Nothing to do yet: what will come, and how many are here. */
export function WaitTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const here = useSelected(session.people, peopleHere)
  return (
    <TaskFrame label={t('phone.task.wait')}>
      <div className="phone-still">
        <Hourglass aria-hidden />
        <p>{phase ? t('phone.waitVote') : t('phone.waitStart', { count: here })}</p>
      </div>
    </TaskFrame>
  )
}
