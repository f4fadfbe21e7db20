import type { SharedView } from '@remedyboard/shared/workshop/view'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { ProxyBallots } from './ProxyBallots.tsx'

interface RoundControlsProps {
  session: BoardSession
  round: NonNullable<SharedView['round']>
  onGoTo: (cardId: string) => void
}

/** For facilitators: how far the vote is, ballots for others, and the end. */
export function RoundControls({ session, round, onGoTo }: RoundControlsProps) {
  const { t } = useText()
  const people = useReadable(session.people)
  const [proxyOpen, setProxyOpen] = useState(false)
  const { busy, failure, run } = useAction(failureCode)
  // Not the roster: who left hours ago would make a finished vote look half done.
  const here = new Set(people.filter(({ role }) => role === 'participant').map(({ id }) => id)).size
  return (
    <div className="vote-controls">
      <p className="vote-voted tabular">
        {t('voting.ballotsIn', { count: round.ballots })} · {t('voting.participantsHere', { count: here })}
      </p>
      {proxyOpen ? (
        <ProxyBallots session={session} round={round} onClose={() => setProxyOpen(false)} onGoTo={onGoTo} />
      ) : (
        <button type="button" className="btn" onClick={() => setProxyOpen(true)}>
          {t('voting.proxy')}
        </button>
      )}
      <ConfirmButton
        className="btn btn-primary"
        question={t('voting.closeSure')}
        yes={t('voting.sure')}
        no={t('voting.notSure')}
        disabled={busy}
        onConfirm={() => void run(() => session.send({ type: 'close-round', id: round.id }))}
      >
        {t('voting.close')}
      </ConfirmButton>
      <ConfirmButton
        className="btn btn-quiet"
        question={t('voting.cancelSure')}
        yes={t('voting.sure')}
        no={t('voting.notSure')}
        disabled={busy}
        onConfirm={() => void run(() => session.send({ type: 'cancel-round', id: round.id }))}
      >
        {t('voting.cancel')}
      </ConfirmButton>
      {failure && (
        <p className="field-error" role="alert">
          {t('voting.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </div>
  )
}
