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
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={me.ready ? 'btn btn-big phone-is-ready' : 'btn btn-primary btn-big'}
        aria-pressed={me.ready}
        disabled={busy || disabled}
        onClick={() => void run(() => session.send({ type: 'set-ready', run: phaseRun, ready: !me.ready }))}
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
