import type { Round } from '@remedyboard/shared/workshop/round'
import { Minus, Plus } from 'lucide-react'
import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { STANCE_OF_MARK } from '@remedyboard/shared/workshop/stance-of-mark'

interface MarkControlProps {
  round: Pick<Round, 'kind' | 'cap'>
  /** the card in words, for names of controls */
  name: string
  mark: number | undefined
  /** false: the budget is spent */
  mayAdd: boolean
  disabled: boolean
  onMark: (mark: number | null) => void
}

/** What one person gives one card: dots with − and +, else one of a few answers. */
export function MarkControl(props: MarkControlProps) {
  return props.round.kind === 'dots' ? <Dots {...props} /> : <Answers {...props} />
}

function Dots({ round, name, mark = 0, mayAdd, disabled, onMark }: MarkControlProps) {
  const { t } = useText()
  return (
    <div className="vote-dots">
      <button
        type="button"
        className="btn btn-icon"
        data-vote="fewer"
        aria-label={t('voting.fewer', { name })}
        // stays in the tab order, so that the focus is not lost at the last dot
        aria-disabled={disabled || mark === 0}
        onClick={() => !disabled && mark > 0 && onMark(mark - 1)}
      >
        <Minus aria-hidden />
      </button>
      <span className="vote-count tabular" role="status" aria-label={t('voting.dots', { count: mark })}>
        {mark}
      </span>
      <button
        type="button"
        className="btn btn-icon"
        data-vote="more"
        aria-label={t('voting.more', { name })}
        aria-disabled={disabled || !mayAdd || mark >= round.cap}
        onClick={() => !disabled && mayAdd && mark < round.cap && onMark(mark + 1)}
      >
        <Plus aria-hidden />
      </button>
    </div>
  )
}

function Answers({ round, name, mark, disabled, onMark }: MarkControlProps) {
  const { t } = useText()
  const group = useId()
  const word = useMarkWord()
  return (
    <fieldset className="vote-answers" disabled={disabled}>
      <legend className="visually-hidden">{name}</legend>
      <div className="segments">
        {Array.from({ length: round.cap + 1 }, (_, each) => (
          <label key={each}>
            <input type="radio" name={group} checked={mark === each} onChange={() => onMark(each)} />
            <span>{word(round.kind, each)}</span>
          </label>
        ))}
        <label title={t('voting.noAnswer')}>
          <input type="radio" name={group} aria-label={t('voting.noAnswer')} checked={mark === undefined} onChange={() => onMark(null)} />
          <span>–</span>
        </label>
      </div>
    </fieldset>
  )
}

/** A mark in words: "For", "Yes", or its number. */
export function useMarkWord(): (kind: Round['kind'], mark: number) => string {
  const { t } = useText()
  return (kind, mark) => {
    const stance = kind === 'stance' ? STANCE_OF_MARK[mark] : undefined
    if (stance) return t(`canvas.stance.${stance}`)
    if (kind === 'yes-no') return mark === 1 ? t('voting.yesNo.yes') : t('voting.yesNo.no')
    return String(mark)
  }
}
