import { Hand, LayoutList } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { failureCode } from '../session/api-client.ts'
import { announce } from '../ui/announce.ts'
import { useAction } from '../ui/use-action.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { PhoneTask } from './phone-task.ts'
import { ReactionRow } from './ReactionRow.tsx'
import { TASK_ICONS } from './task-icons.ts'

interface PhoneNavProps {
  session: BoardSession
  /** what the step asks for, or what of it was chosen */
  task: PhoneTask
  isBoard: boolean
  onTask: () => void
  onBoard: () => void
}

/** The lower edge, the same in every step: what to do now, the whole board, one's hand, and a sign to the others. */
export function PhoneNav({ session, task, isBoard, onTask, onBoard }: PhoneNavProps) {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const TaskIcon = TASK_ICONS[task]
  return (
    <nav className="phone-lower phone-nav" aria-label={t('phone.nav')}>
      <button type="button" className="phone-tab" aria-current={!isBoard} onClick={onTask}>
        <TaskIcon aria-hidden /> {t(`phone.task.${task}`)}
      </button>
      <button type="button" className="phone-tab" aria-current={isBoard} onClick={onBoard}>
        <LayoutList aria-hidden /> {t('phone.board')}
      </button>
      {me.role !== 'viewer' && <HandButton session={session} />}
      <ReactionRow session={session} />
    </nav>
  )
}

function HandButton({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { me, hands } = useReadable(session.view)
  const { busy, failure, run } = useAction(failureCode)
  const place = hands.findIndex(({ id }) => id === me.id) + 1
  const isUp = place > 0
  const said = useRef(place)

  useEffect(() => {
    if (place > 0 && place !== said.current) announce(t('phone.handPlace', { n: place }))
    said.current = place
  }, [place, t])

  return (
    <>
      <button
        type="button"
        className="phone-tab phone-hand"
        aria-pressed={isUp}
        aria-busy={busy}
        onClick={() => void run(() => session.send({ type: 'set-hand', up: !isUp }))}
      >
        <Hand aria-hidden /> {t(isUp ? 'phone.handDown' : 'phone.hand')}
        {isUp && (
          <span className="phone-badge tabular" aria-hidden>
            {place}
          </span>
        )}
      </button>
      {failure && (
        <p className="phone-toast" role="alert">
          {t('phone.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </>
  )
}
