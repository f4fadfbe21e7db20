import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { ballotBox, spent, withMark } from '../session/ballot-box.ts'
import { useReadable } from '../ui/use-readable.ts'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import { useCardTexts } from './use-card-texts.ts'
import { VoteCard } from './VoteCard.tsx'
import './vote.css'

/** The open round: what each card gets, how much is left, and whether the ballot has arrived. */
export function VoteTask({ session }: TaskProps) {
  const { t } = useText()
  const box = ballotBox(session)
  const { round, me } = useReadable(session.view)
  const { marks, state, refusal } = useReadable(box.own)
  const isStuck = useReadable(box.stuck)
  const graph = useReadable(session.records)
  const textOf = useCardTexts(session)
  if (!round) return null

  const isDots = round.kind === 'dots'
  const left = round.budget - spent(marks)
  const answered = Object.keys(marks).length
  const word = state === 'saving' && isStuck ? 'waiting' : answered === 0 && state === 'saved' ? 'none' : state
  const set = (cardId: string, mark: number | null) => box.cast(round.id, withMark(round, marks, cardId, mark))

  return (
    <TaskFrame
      label={t('voting.title')}
      footer={
        <>
          <div className="phone-vote-left">
            {isDots ? (
              <>
                <span className="phone-vote-dots" aria-hidden>
                  {Array.from({ length: round.budget }, (_, i) => (
                    <i key={i} data-spent={i < round.budget - left} />
                  ))}
                </span>
                <span role="status">{t('phone.vote.left', { count: left })}</span>
              </>
            ) : (
              <span role="status">{t('phone.vote.answered', { done: answered, total: round.cards.length })}</span>
            )}
          </div>
          <ReadyButton
            session={session}
            words={{ ready: t('phone.vote.done'), isReady: t('phone.vote.isDone') }}
            disabled={answered === 0 && !me.ready}
          />
        </>
      }
    >
      {round.title !== '' && <h2>{round.title}</h2>}
      <p className="phone-vote-rule">
        {isDots ? t('voting.rule', { budget: round.budget, cap: round.cap }) : t(`voting.kindHints.${round.kind}`)} {t('phone.vote.secret')}
      </p>
      <p className={`phone-state phone-state-${word}`} role="status">
        {word === 'saved' && <Check aria-hidden />}
        {word === 'saving' && <LoaderCircle aria-hidden />}
        {word === 'waiting' && <CloudOff aria-hidden />}
        {word === 'refused' && <TriangleAlert aria-hidden />}
        {word === 'refused' ? t('voting.state.refused', { reason: t(`error.${refusal ?? 'internal'}`) }) : t(`voting.state.${word}`)}
      </p>
      <ul className="phone-list">
        {round.cards.map((cardId) => (
          <VoteCard
            key={cardId}
            round={round}
            name={graph.has(cardId) ? textOf(cardId) : t('phone.vote.gone')}
            kind={String(graph.get(cardId)?.props?.['kind'] ?? 'note')}
            mark={marks[cardId]}
            mayAdd={left > 0}
            onMark={(mark) => set(cardId, mark)}
          />
        ))}
      </ul>
      {answered > 0 && (
        <button type="button" className="btn" onClick={() => box.cast(round.id, {})}>
          {t('voting.takeBack')}
        </button>
      )}
    </TaskFrame>
  )
}
