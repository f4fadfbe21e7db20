import { Vote } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { OpenRoundForm } from './OpenRoundForm.tsx'
import { OwnBallotPart } from './OwnBallotPart.tsx'
import { RoundControls } from './RoundControls.tsx'
import { RoundResults } from './RoundResults.tsx'
import './voting.css'

interface VotingPartProps {
  session: BoardSession
  canvas: CanvasApi | null
  /** a facilitator is about to open a round */
  formOpen: boolean
  onCloseForm: () => void
  onGoTo: (cardId: string) => void
  onPoint: (ids: readonly string[]) => void
}

/** Voting in the workshop's panel: the open round, the form for the next one, the results. */
export function VotingPart({ session, canvas, formOpen, onCloseForm, onGoTo, onPoint }: VotingPartProps) {
  const { t } = useText()
  const { round, me, taking } = useReadable(session.view)
  const isFacilitator = me.role === 'facilitator'
  useSaidRounds(session)

  return (
    <>
      {round && (
        <section key={round.id} className="panel-section vote-card" aria-label={t('voting.title')}>
          <p className="vote-kicker">
            <Vote aria-hidden /> {t(`voting.kinds.${round.kind}`)}
            {round.kind === 'dots' && ` · ${t('voting.rule', { budget: round.budget, cap: round.cap })}`}
          </p>
          <h3>{round.title || t('voting.untitled')}</h3>
          {isFacilitator ? (
            <RoundControls session={session} round={round} onGoTo={onGoTo} />
          ) : (
            <p className="vote-voted tabular">{t('voting.voted', { count: round.ballots, people: taking })}</p>
          )}
          {me.role === 'participant' && <OwnBallotPart session={session} round={round} onGoTo={onGoTo} />}
          {isFacilitator && (
            <details className="vote-mine">
              <summary>{t('voting.mine')}</summary>
              <OwnBallotPart session={session} round={round} onGoTo={onGoTo} />
            </details>
          )}
          <p className="field-hint">{t('voting.secret')}</p>
        </section>
      )}
      {!round && formOpen && canvas && isFacilitator && (
        <section className="panel-section vote-card" aria-label={t('voting.form')}>
          <OpenRoundForm session={session} canvas={canvas} onClose={onCloseForm} onPoint={onPoint} />
        </section>
      )}
      <RoundResults session={session} canvas={canvas} onGoTo={onGoTo} />
    </>
  )
}

/** Says to people who do not see it that a vote was opened or closed. */
function useSaidRounds(session: BoardSession): void {
  const { t } = useText()
  const { round, results } = useReadable(session.view)
  const before = useRef(round)
  useEffect(() => {
    const was = before.current
    before.current = round
    if (round && was?.id !== round.id) announce(t('voting.announceOpen', { title: round.title || t('voting.untitled') }))
    else if (was && !round && results.some(({ id }) => id === was.id)) {
      announce(t('voting.announceClosed', { title: was.title || t('voting.untitled') }))
    }
  }, [round, results, t])
}
