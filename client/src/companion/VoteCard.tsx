import type { RoundKind } from '@remedyboard/shared/workshop/round'
import { Minus, Plus } from 'lucide-react'
import { memo, useId } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useMarkWord } from './use-mark-word.ts'

interface VoteCardProps {
  cardId: string
  roundKind: RoundKind
  /** most that the card can get */
  cap: number
  /** what the card says */
  name: string
  kind: string
  /** what became of the card since the round was opened */
  fate: string
  /** why it got no dot more */
  hint: string
  mark: number | undefined
  /** false: the budget is spent, or there is nothing to give dots to any more */
  mayAdd: boolean
  /** null leaves the card out */
  onMark: (cardId: string, mark: number | null) => void
  /** somebody wanted to give it more than it can get */
  onTooMuch: (cardId: string) => void
}

/** One card of a round, as large as a thumb needs it. With hundreds of them a tap draws only its own again. */
export const VoteCard = memo(function VoteCard(props: VoteCardProps) {
  const { name, kind, fate, hint, mark = 0, roundKind } = props
  const isDots = roundKind === 'dots'
  return (
    <li className="phone-card phone-vote-card" data-kind={kind} data-round={roundKind} data-chosen={isDots && mark > 0}>
      <div className="phone-vote-words">
        <p className="phone-card-text">{name}</p>
        {fate !== '' && <p className="phone-vote-fate">{fate}</p>}
        {hint !== '' && <p className="phone-vote-hint">{hint}</p>}
      </div>
      {isDots ? <Dots {...props} /> : <Answers {...props} />}
    </li>
  )
})

function Dots({ cardId, cap, name, mark = 0, mayAdd, onMark, onTooMuch }: VoteCardProps) {
  const { t } = useText()
  const isFull = !mayAdd || mark >= cap
  return (
    <div className="phone-dots">
      <button
        type="button"
        className="phone-dot-button"
        aria-label={t('voting.fewer', { name })}
        // stays in the tab order, so that the focus is not lost at the last dot
        aria-disabled={mark === 0}
        onClick={() => mark > 0 && onMark(cardId, mark - 1)}
      >
        <Minus aria-hidden />
      </button>
      <span className="phone-dot-count tabular">
        <span className="visually-hidden">{t('voting.dots', { count: mark })}</span>
        <span aria-hidden>{mark}</span>
      </span>
      <button
        type="button"
        className="phone-dot-button"
        aria-label={t('voting.more', { name })}
        aria-disabled={isFull}
        onClick={() => (isFull ? onTooMuch(cardId) : onMark(cardId, mark + 1))}
      >
        <Plus aria-hidden />
      </button>
    </div>
  )
}

function Answers({ cardId, roundKind, cap, name, mark, onMark }: VoteCardProps) {
  const word = useMarkWord()
  const group = useId()
  return (
    <fieldset className="phone-answers">
      <legend className="visually-hidden">{name}</legend>
      {Array.from({ length: cap + 1 }, (_, each) => (
        <label key={each}>
          <input
            type="checkbox"
            name={group}
            checked={mark === each}
            // pressed again it is left out: what one cannot judge needs no answer
            onChange={() => onMark(cardId, mark === each ? null : each)}
          />
          <span>{word(roundKind, each)}</span>
        </label>
      ))}
    </fieldset>
  )
}
