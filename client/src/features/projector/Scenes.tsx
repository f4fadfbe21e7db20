import type { CardKind } from '@remedyboard/shared/board/card'
import { ranking, roundedValue } from '@remedyboard/shared/workshop/ranking'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import type { SharedView } from '@remedyboard/shared/workshop/view'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { SpreadBars } from '../../ui/SpreadBars.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import './scenes.css'
import { useCardWords } from './use-card-words.ts'
import { useRoomFor } from './use-room-for.ts'

/** Blank cards beyond this are a texture, not a number. */
const BLANKS = 40

/** Rows that can be read from the back of the room. */
const RANKED = 7
const CANDIDATES = 10

/** While people write: how much there is, never what. */
export function WritingScene({ session, kind, notes, people }: { session: BoardSession; kind: CardKind; notes: number; people: number }) {
  const { t } = useText()
  const { ready, taking } = useReadable(session.view)
  return (
    <div className="wall-writing">
      <div className="wall-blanks" aria-hidden>
        {Array.from({ length: Math.min(notes, BLANKS) }, (_, i) => (
          <i key={i} className={`wall-kind-${kind}`} />
        ))}
      </div>
      <p className="wall-number" role="status">
        <b className="tabular">{notes}</b>
        <span>
          {t(notes === 1 ? 'projector.noteWritten' : 'projector.notesWritten')}
          <small>{t('projector.by', { count: people })}</small>
        </span>
      </p>
      <p className="wall-line">{[t('projector.hiddenHint'), ready > 0 ? t('projector.done', { ready, taking }) : ''].join(' ')}</p>
    </div>
  )
}

/** The notes turned over, one after the other; how many have no room on the wall is said. */
export function RevealScene({ session, cards }: { session: BoardSession; cards: readonly string[] }) {
  const { t } = useText()
  const wordsOf = useCardWords(session)
  const { list, shown } = useRoomFor(cards.length)
  const size = cards.length <= 6 ? 'few' : cards.length <= 15 ? 'some' : 'many'
  const rest = cards.length - shown
  return (
    <div className="wall-reveal">
      <p className="wall-line">{t('projector.revealed', { count: cards.length })}</p>
      <ul ref={list} data-size={size}>
        {cards.map((id, i) => {
          const { text, kind } = wordsOf(id)
          return (
            <li key={id} className={`wall-kind-${kind}`} data-shown={i < shown} style={{ animationDelay: `${Math.min(i * 140, 3_000)}ms` }}>
              <span>{text}</span>
            </li>
          )
        })}
      </ul>
      {rest > 0 && <p className="wall-line">{t('projector.restOnBoard', { count: rest })}</p>}
    </div>
  )
}

/** An open round: how many have voted, and on what; no totals. */
export function VotingScene({ session, round }: { session: BoardSession; round: NonNullable<SharedView['round']> }) {
  const { t } = useText()
  const { taking } = useReadable(session.view)
  const wordsOf = useCardWords(session)
  const rest = round.cards.length - CANDIDATES
  return (
    <div className="wall-voting">
      <div className="wall-number" role="status">
        <b className="tabular">{round.ballots}</b>
        <span>
          {t('projector.votedOf', { people: taking })}
          {round.kind === 'dots' && <small>{t('voting.rule', { budget: round.budget, cap: round.cap })}</small>}
        </span>
      </div>
      <div className="wall-track" aria-hidden>
        <i style={{ width: `${taking > 0 ? Math.min(100, (round.ballots / taking) * 100) : 0}%` }} />
      </div>
      <ul className="wall-candidates">
        {round.cards.slice(0, CANDIDATES).map((id) => {
          const { text, kind } = wordsOf(id)
          return (
            <li key={id} className={`wall-kind-${kind}`}>
              {text}
            </li>
          )
        })}
      </ul>
      {rest > 0 && <p className="wall-line">{t('projector.rest', { count: rest })}</p>}
    </div>
  )
}

/** What came out, best first. */
export function RankingScene({ session, result }: { session: BoardSession; result: RoundResult }) {
  const { t } = useText()
  const wordsOf = useCardWords(session)
  const ranked = ranking(result)
  const rest = ranked.length - RANKED
  const isMean = result.kind === 'rating' || result.kind === 'stance'
  return (
    <div className="wall-ranking">
      <ol>
        {ranked.slice(0, RANKED).map(({ cardId, rank, value, total, spread }, i) => {
          const { text, kind } = wordsOf(cardId)
          return (
            <li key={cardId} className={`wall-kind-${kind}`} style={{ animationDelay: `${(RANKED - i) * 120}ms` }}>
              <span className="wall-rank tabular">{rank}</span>
              <span className="wall-text">{text}</span>
              <SpreadBars spread={spread} skipNone={result.kind === 'dots'} />
              <b className="tabular">{value === null ? '–' : isMean ? roundedValue(value) : total}</b>
            </li>
          )
        })}
      </ol>
      {rest > 0 && <p className="wall-line">{t('projector.rest', { count: rest })}</p>}
    </div>
  )
}
