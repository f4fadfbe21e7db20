import { ranking, roundedValue, type RankedItem } from '@remedyboard/shared/workshop/ranking'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { SpreadBars } from '../ui/SpreadBars.tsx'
import { useCardTexts } from './use-card-texts.ts'
import { useMarkWord } from './use-mark-word.ts'

/** More would be a wall: the rest is one tap away. */
const SHOWN = 12

interface RankingListProps {
  session: BoardSession
  result: RoundResult
  /** an earlier round to compare with */
  before: RoundResult | null
}

/** The cards of a closed round, best first, with how the ballots spread. */
export function RankingList({ session, result, before }: RankingListProps) {
  const { t } = useText()
  const textOf = useCardTexts(session)
  const markWord = useMarkWord()
  const [all, setAll] = useState(false)
  const isDots = result.kind === 'dots'
  const ranked = ranking(result)
  const earlier = new Map(before && ranking(before).map((item) => [item.cardId, item]))
  const most = Math.max(1, ...ranked.map(({ value }) => value ?? 0))

  const words = ({ value, total }: RankedItem) => {
    if (value === null) return t('voting.nobody')
    if (isDots) return t('voting.totalDots', { count: total })
    return result.kind === 'yes-no' ? t('voting.total', { count: total }) : t('voting.average', { value: roundedValue(value) })
  }
  const spreadWords = ({ spread }: RankedItem) =>
    spread
      // With dots nearly everybody gives most cards none.
      .flatMap((count, mark) =>
        count > 0 && (mark > 0 || !isDots) ? t('voting.spreadPart', { count, mark: markWord(result.kind, mark) }) : [],
      )
      .join(', ')

  return (
    <>
      <ol className="phone-results">
        {(all ? ranked : ranked.slice(0, SHOWN)).map((item) => {
          const was = earlier.get(item.cardId)
          return (
            <li key={item.cardId} className="phone-result">
              <span className="phone-rank tabular" aria-label={t('voting.rank', { rank: item.rank })}>
                {item.rank}
              </span>
              <div>
                <p className="phone-card-text">{textOf(item.cardId)}</p>
                <div className="phone-result-bar" aria-hidden>
                  <i style={{ width: `${((item.value ?? 0) / most) * 100}%` }} />
                </div>
                <p className="phone-result-words">
                  <b>{words(item)}</b>
                  <SpreadBars spread={item.spread} skipNone={isDots} />
                  <span>{spreadWords(item)}</span>
                  {was && <span>{t('voting.change', { value: words(was) })}</span>}
                </p>
              </div>
            </li>
          )
        })}
      </ol>
      {!all && ranked.length > SHOWN && (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          {t('voting.showAll', { count: ranked.length })}
        </button>
      )}
    </>
  )
}
