import type { Round } from '@remedyboard/shared/workshop/round'
import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../i18n/use-text.ts'
import { useMarkWord } from './use-mark-word.ts'

interface VoteCardProps {
  round: Pick<Round, 'kind' | 'cap'>
  /** what the card says */
  name: string
  kind: string
  mark: number | undefined
  /** false: the budget is spent */
  mayAdd: boolean
  /** null leaves the card out */
  onMark: (mark: number | null) => void
}

/** One card of a round, as large as a thumb needs it. */
export function VoteCard(props: VoteCardProps) {
  const { name, kind, mark = 0, round } = props
  return (
    <li className="phone-card phone-vote-card" data-kind={kind} data-round={round.kind} data-chosen={round.kind === 'dots' && mark > 0}>
      <p className="phone-card-text">{name}</p>
      {round.kind === 'dots' ? <Dots {...props} /> : <Answers {...props} />}
    </li>
  )
}

function Dots({ round, name, mark = 0, mayAdd, onMark }: VoteCardProps) {
  const { t } = useText()
  return (
    <div className="phone-dots">
      <button
        type="button"
        className="phone-dot-button"
        aria-label={t('voting.fewer', { name })}
        // stays in the tab order, so that the focus is not lost at the last dot
        aria-disabled={mark === 0}
        onClick={() => mark > 0 && onMark(mark - 1)}
      >
        <Minus aria-hidden />
      </button>
      <span className="phone-dot-count tabular" role="status" aria-label={t('voting.dots', { count: mark })}>
        {mark}
      </span>
      <button
        type="button"
        className="phone-dot-button"
        aria-label={t('voting.more', { name })}
        aria-disabled={!mayAdd || mark >= round.cap}
        onClick={() => mayAdd && mark < round.cap && onMark(mark + 1)}
      >
        <Plus aria-hidden />
      </button>
    </div>
  )
}

function Answers({ round, name, mark, onMark }: VoteCardProps) {
  const word = useMarkWord()
  const group = useId()
  return (
    <fieldset className="phone-answers">
      <legend className="visually-hidden">{name}</legend>
      {Array.from({ length: round.cap + 1 }, (_, each) => (
        <label key={each}>
          <input
            type="checkbox"
            name={group}
            checked={mark === each}
            // pressed again it is left out: what one cannot judge needs no answer
            onChange={() => onMark(mark === each ? null : each)}
          />
          <span>{word(round.kind, each)}</span>
        </label>
      ))}
    </fieldset>
  )
}
