import { ranking, roundedValue, type RankedItem } from '@remedyboard/shared/workshop/ranking'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { useId, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { SpreadBars } from '../ui/SpreadBars.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import { useCardTexts } from './use-card-texts.ts'
import { useMarkWord } from './use-mark-word.ts'
import './vote.css'

/** How the rounds came out, the latest first. */
export function ResultsTask({ session }: TaskProps) {
  const { t } = useText()
  const id = useId()
  const { results } = useReadable(session.view)
  const [chosen, setChosen] = useState<string | null>(null)
  const result = results.find((each) => each.id === chosen) ?? results.at(-1)
  if (!result) return null
  const { ballots, people, proxies } = result
  return (
    <TaskFrame label={t('voting.results')}>
      {results.length > 1 ? (
        <div className="field">
          <label htmlFor={id}>{t('phone.results.choose')}</label>
          <select id={id} className="input" value={result.id} onChange={(event) => setChosen(event.target.value)}>
            {results.toReversed().map((each) => (
              <option key={each.id} value={each.id}>
                {each.title || t('voting.untitled')}
              </option>
            ))}
          </select>
        </div>
      ) : (
        result.title !== '' && <h2>{result.title}</h2>
      )}
      <p className="phone-vote-rule">
        {[t('voting.counts', { ballots, people }), proxies > 0 ? t('voting.proxies', { count: proxies }) : '', t('voting.forgotten')]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <Ranking session={session} result={result} />
    </TaskFrame>
  )
}

function Ranking({ session, result }: { session: TaskProps['session']; result: RoundResult }) {
  const { t } = useText()
  const textOf = useCardTexts(session)
  const markWord = useMarkWord()
  const isDots = result.kind === 'dots'
  const ranked = ranking(result)
  const most = Math.max(1, ...ranked.map(({ value }) => value ?? 0))

  const words = ({ value, total }: RankedItem) => {
    if (value === null) return t('voting.nobody')
    if (isDots) return t('voting.totalDots', { count: total })
    return result.kind === 'yes-no' ? t('voting.total', { count: total }) : t('voting.average', { value: roundedValue(value) })
  }
  const spreadWords = ({ spread }: RankedItem) =>
    spread.flatMap((count, mark) => (count > 0 ? t('voting.spreadPart', { count, mark: markWord(result.kind, mark) }) : [])).join(', ')

  return (
    <ol className="phone-list">
      {ranked.map((item) => (
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
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
