import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useMarkWord } from './MarkControl.tsx'
import { ranking, roundedValue, type RankedItem } from '@remedyboard/shared/workshop/ranking'
import { SpreadBars } from '../../ui/SpreadBars.tsx'
import { useCardTexts } from './use-card-texts.ts'

interface ResultRowsProps {
  session: BoardSession
  result: RoundResult
  /** an earlier round to compare with */
  before: RoundResult | null
  onGoTo: (cardId: string) => void
}

/** More would be a wall: the rest is one tap away. */
const SHOWN = 10

/** The ranking: place, card, how the ballots spread, total. */
export function ResultRows({ session, result, before, onGoTo }: ResultRowsProps) {
  const { t } = useText()
  const textOf = useCardTexts(session)
  const markWord = useMarkWord()
  const [all, setAll] = useState(false)
  const ranked = ranking(result)
  const earlier = new Map(before && ranking(before).map((item) => [item.cardId, item]))
  const isDots = result.kind === 'dots'

  const valueOf = ({ value, total }: RankedItem) =>
    value === null ? '–' : result.kind === 'rating' || result.kind === 'stance' ? roundedValue(value) : String(total)
  const spreadWords = ({ spread }: RankedItem) =>
    spread
      .map((count, mark) => (count > 0 ? t('voting.spreadPart', { count, mark: markWord(result.kind, mark) }) : ''))
      .filter((part) => part !== '')
      .join(', ')
  const wordsOf = (item: RankedItem) => {
    if (item.value === null) return t('voting.nobody')
    if (isDots) return t('voting.totalDots', { count: item.total })
    return result.kind === 'yes-no' ? t('voting.total', { count: item.total }) : t('voting.average', { value: roundedValue(item.value) })
  }

  return (
    <>
      <ol className="vote-ranking">
        {(all ? ranked : ranked.slice(0, SHOWN)).map((item) => {
          const name = textOf(item.cardId)
          const was = earlier.get(item.cardId)
          return (
            <li key={item.cardId}>
              <span className="vote-rank tabular" aria-label={t('voting.rank', { rank: item.rank })}>
                {item.rank}
              </span>
              <button type="button" className="vote-name" title={t('voting.show', { name })} onClick={() => onGoTo(item.cardId)}>
                {name}
              </button>
              <span className="vote-spread-box" title={spreadWords(item)}>
                <SpreadBars spread={item.spread} skipNone={isDots} />
                <span className="visually-hidden">{t('voting.spread', { words: spreadWords(item) || t('voting.nobody') })}</span>
              </span>
              <span className="vote-value tabular" title={wordsOf(item)}>
                <b aria-label={wordsOf(item)}>{valueOf(item)}</b>
                {was && <small>{t('voting.change', { value: valueOf(was) })}</small>}
              </span>
            </li>
          )
        })}
      </ol>
      {!all && ranked.length > SHOWN && (
        <button type="button" className="btn btn-quiet" onClick={() => setAll(true)}>
          {t('voting.showAll', { count: ranked.length })}
        </button>
      )}
    </>
  )
}
