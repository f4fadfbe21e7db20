import { Check } from 'lucide-react'
import type { RefObject } from 'react'
import { useText } from '../i18n/use-text.ts'
import { failureCode } from '../session/api-client.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useAction } from '../ui/use-action.ts'
import { useReadable } from '../ui/use-readable.ts'

interface ReadyButtonProps {
  session: BoardSession
  /** what it says before it was pressed, and afterwards */
  words?: { ready: string; isReady: string }
  disabled?: boolean
  ref?: RefObject<HTMLButtonElement | null>
}

/** Says to the facilitator that one is done with the step, or takes it back. */
export function ReadyButton({ session, words, disabled = false, ref }: ReadyButtonProps) {
  const { t } = useText()
  const { me, phaseRun, phaseId } = useReadable(session.view)
  const { busy, failure, run } = useAction(failureCode)
  // Nobody waits for those who look on, and before the first step nobody waits at all.
  if (me.role === 'viewer' || phaseId === null) return null
  const { ready = t('drafts.ready'), isReady = t('phone.isDone') } = words ?? {}
  const press = () => {
    if (!busy && !disabled) void run(() => session.send({ type: 'set-ready', run: phaseRun, ready: !me.ready }))
  }
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={me.ready ? 'btn btn-big phone-is-ready' : 'btn btn-primary btn-big'}
        aria-pressed={me.ready}
        // stays in the tab order: whoever works by keyboard or screen reader goes on from here
        aria-disabled={disabled}
        aria-busy={busy}
        onClick={press}
      >
        {me.ready && <Check aria-hidden />} {me.ready ? isReady : ready}
      </button>
      {failure && (
        <p className="phone-toast" role="alert">
          {t('phone.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </>
  )
}
