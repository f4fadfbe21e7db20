import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import type { KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { spent, withMark } from '../../session/ballot-box.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { MarkControl } from './MarkControl.tsx'
import { useCardTexts } from './use-card-texts.ts'

interface BallotFormProps {
  session: BoardSession
  round: Round
  marks: Marks
  disabled?: boolean
  onMarks: (marks: Marks) => void
  onGoTo: (cardId: string) => void
}

/** The cards of a round with what one ballot gives each. Arrows: up and down from card to card, left and right fewer and more. */
export function BallotForm({ session, round, marks, disabled = false, onMarks, onGoTo }: BallotFormProps) {
  const { t } = useText()
  const textOf = useCardTexts(session)
  const left = round.budget - spent(marks)
  const set = (cardId: string, mark: number | null) => onMarks(withMark(round, marks, cardId, mark))

  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, cardId: string) => {
    const { key, currentTarget: row } = event
    // Radio buttons have arrows of their own.
    if (round.kind !== 'dots' || event.altKey || event.ctrlKey || event.metaKey) return
    const step = key === 'ArrowRight' || key === '+' ? 1 : key === 'ArrowLeft' || key === '-' ? -1 : 0
    const other = key === 'ArrowDown' ? row.nextElementSibling : key === 'ArrowUp' ? row.previousElementSibling : null
    if (step === 0 && key !== 'ArrowDown' && key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    if (step !== 0 && !disabled) set(cardId, Math.max(0, (marks[cardId] ?? 0) + step))
    const focused = document.activeElement?.getAttribute('data-vote') ?? 'more'
    other?.querySelector<HTMLElement>(`[data-vote="${focused}"]`)?.focus()
  }

  return (
    <div className="vote-ballot">
      {round.kind === 'dots' && (
        <p className="vote-left" aria-live="polite">
          <span className="vote-left-dots" aria-hidden>
            {Array.from({ length: round.budget }, (_, i) => (
              <i key={i} data-spent={i >= left} />
            ))}
          </span>
          {t('voting.left', { count: left, budget: round.budget })}
        </p>
      )}
      <ul>
        {round.cards.map((cardId) => {
          const name = textOf(cardId)
          return (
            // The keys of the controls inside, caught once for the row.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li key={cardId} className="vote-row" data-kind={round.kind} onKeyDown={(event) => onKeyDown(event, cardId)}>
              <button
                type="button"
                className="vote-name"
                title={t('voting.show', { name })}
                data-vote="name"
                onClick={() => onGoTo(cardId)}
              >
                {name}
              </button>
              <MarkControl
                round={round}
                name={name}
                mark={marks[cardId]}
                mayAdd={left > 0}
                disabled={disabled}
                onMark={(mark) => set(cardId, mark)}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
