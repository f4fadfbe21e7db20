import type { Round } from '@remedyboard/shared/workshop/round'
import { Check, CloudOff, Loader } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { ballotBox } from '../../session/ballot-box.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { BallotForm } from './BallotForm.tsx'

interface OwnBallotPartProps {
  session: BoardSession
  round: Round
  onGoTo: (cardId: string) => void
}

/** One's own ballot, and whether it is saved. */
export function OwnBallotPart({ session, round, onGoTo }: OwnBallotPartProps) {
  const { t } = useText()
  const box = ballotBox(session)
  const { marks, state, refusal } = useReadable(box.own)
  const isStuck = useReadable(box.stuck)
  const isEmpty = Object.keys(marks).length === 0
  const word = state === 'saving' && isStuck ? 'waiting' : isEmpty && state === 'saved' ? 'none' : state
  return (
    <>
      <BallotForm session={session} round={round} marks={marks} onMarks={(next) => box.cast(round.id, next)} onGoTo={onGoTo} />
      <div className="vote-foot">
        <p className={`vote-state vote-state-${word}`} role="status">
          {word === 'saved' && <Check aria-hidden />}
          {word === 'saving' && <Loader aria-hidden />}
          {word === 'waiting' && <CloudOff aria-hidden />}
          {word === 'refused' ? t('voting.state.refused', { reason: t(`error.${refusal ?? 'internal'}`) }) : t(`voting.state.${word}`)}
        </p>
        {!isEmpty && (
          <ConfirmButton
            className="btn btn-quiet"
            question={t('voting.takeBackSure')}
            yes={t('voting.sure')}
            no={t('voting.notSure')}
            onConfirm={() => box.cast(round.id, {})}
          >
            {t('voting.takeBack')}
          </ConfirmButton>
        )}
      </div>
    </>
  )
}
