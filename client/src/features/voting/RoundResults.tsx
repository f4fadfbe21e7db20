import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import { ballotBox } from '../../session/ballot-box.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { votesOnCards } from '../../session/shown-votes.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { comparable } from '@remedyboard/shared/workshop/ranking'
import { ratingOperations } from './rating-operations.ts'
import { ResultRows } from './ResultRows.tsx'

interface RoundResultsProps {
  session: BoardSession
  canvas: CanvasApi | null
  onGoTo: (cardId: string) => void
}

/** Closed rounds, the newest open. */
export function RoundResults({ session, canvas, onGoTo }: RoundResultsProps) {
  const { t } = useText()
  const { results, round } = useReadable(session.view)
  const votes = votesOnCards(session)
  const wanted = useReadable(votes.wanted)
  if (results.length === 0) return null
  const newest = results[results.length - 1]
  return (
    <section className="panel-section" aria-label={t('voting.results')}>
      <div className="panel-heading">
        <h3>{t('voting.results')}</h3>
        <label className="switch">
          <input
            type="checkbox"
            role="switch"
            checked={wanted}
            aria-checked={wanted}
            onChange={(event) => votes.want(event.target.checked)}
          />
          {t('voting.badges')}
        </label>
      </div>
      {results.toReversed().map((result) => (
        <details key={result.id} className="vote-result" open={result === newest && !round}>
          <summary>
            <ChevronRight aria-hidden /> <span>{result.title || t('voting.untitled')}</span>
          </summary>
          <Result session={session} canvas={canvas} result={result} onGoTo={onGoTo} />
        </details>
      ))}
    </section>
  )
}

function Result({ session, canvas, result, onGoTo }: RoundResultsProps & { result: RoundResult }) {
  const { t } = useText()
  const id = useId()
  const { results, me } = useReadable(session.view)
  const rights = useReadable(session.rights)
  const late = useReadable(ballotBox(session).late)
  const others = comparable(result, results)
  const [beforeId, setBeforeId] = useState<string | null>(null)
  const before = others.find((other) => other.id === beforeId) ?? null
  const { ballots, proxies, people, kind } = result
  const isFacilitator = me.role === 'facilitator'
  const rates = isFacilitator && (kind === 'rating' || kind === 'stance') && hasStakeholders(session, result)

  const write = () => {
    const operations = ratingOperations(result, boardMapping(session).graph.get().cards)
    if (operations.length > 0) session.edit(operations)
    announce(operations.length > 0 ? t('voting.written', { count: operations.length }) : t('voting.nothingToWrite'))
  }

  return (
    <div className="vote-result-body">
      {late === result.id && (
        <p className="vote-late" role="status">
          {t('voting.late')}
        </p>
      )}
      <p className="vote-counts">
        {[
          t('voting.counts', { ballots, people }),
          proxies > 0 ? t('voting.proxies', { count: proxies }) : '',
          kind === 'dots' ? t('voting.rule', { budget: result.budget, cap: result.cap }) : '',
          t('voting.forgotten'),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {others.length > 0 && (
        <div className="field">
          <label htmlFor={id}>{t('voting.compare')}</label>
          <select id={id} className="input" value={before?.id ?? ''} onChange={(event) => setBeforeId(event.target.value)}>
            <option value="">{t('voting.compareNone')}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.title || t('voting.untitled')}
              </option>
            ))}
          </select>
        </div>
      )}
      <ResultRows session={session} result={result} before={before} onGoTo={onGoTo} />
      <div className="vote-buttons">
        {canvas && rights.move && (
          <button type="button" className="btn" onClick={() => canvas.sortByResult(result)}>
            {t('voting.sort')}
          </button>
        )}
        {rates && (
          <button type="button" className="btn" onClick={write}>
            {t(kind === 'rating' ? 'voting.writeInfluence' : 'voting.writeStance')}
          </button>
        )}
      </div>
    </div>
  )
}

function hasStakeholders(session: BoardSession, { cards }: RoundResult): boolean {
  const known = boardMapping(session).graph.get().cards
  return cards.some((cardId) => known.get(cardId)?.kind === 'stakeholder')
}
