import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardAreas } from '../session/board-areas.ts'
import { boardMapping } from '../session/board-mapping.ts'
import { boardRemarks } from '../session/board-remarks.ts'
import type { BoardSession } from '../session/board-session.ts'
import { votesOnCards } from '../session/shown-votes.ts'
import { useReadable } from '../ui/use-readable.ts'
import { boardOutline, type OutlineArea, type OutlineCard } from './board-outline.ts'
import { OutlineRow } from './OutlineRow.tsx'
import './outline.css'

interface OutlineProps {
  session: BoardSession
  /** where a facilitator asked everybody to look; null = nowhere in particular */
  lookAt?: { area: string } | null
}

/** With fewer cards than this people find one by looking. */
const WORTH_SEARCHING = 12

/** The whole board to read, area by area: for small screens, keyboards and screen readers. */
export function Outline({ session, lookAt = null }: OutlineProps) {
  const { t } = useText()
  const searchId = useId()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed)
  const graph = useReadable(boardMapping(session).graph)
  const records = useReadable(session.records)
  const { hiddenAreas, me } = useReadable(session.view)
  const outline = useMemo(() => {
    const hidden = new Set(me.role === 'facilitator' ? [] : hiddenAreas)
    return boardOutline({ graph, records, areas: boardAreas(records), hidden, search })
  }, [graph, records, hiddenAreas, me.role, search])

  return (
    <section className="phone-outline" aria-label={t('phone.outline.title')}>
      {graph.cards.size >= WORTH_SEARCHING && (
        <div className="phone-search">
          <label htmlFor={searchId} className="visually-hidden">
            {t('phone.shell.search')}
          </label>
          <input
            id={searchId}
            type="search"
            className="input"
            placeholder={t('phone.shell.search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {outline.map((area) => (
        <AreaPart
          key={area.area ?? ''}
          session={session}
          area={area}
          lookAt={lookAt !== null && area.area === lookAt.area ? lookAt : null}
        />
      ))}
      {outline.length === 0 && <p role="status">{t(search.trim() === '' ? 'phone.shell.noCards' : 'phone.shell.nothingFound')}</p>}
    </section>
  )
}

interface AreaPartProps {
  session: BoardSession
  area: OutlineArea
  /** not null when everybody was asked to look here */
  lookAt: { area: string } | null
}

function AreaPart({ session, area, lookAt }: AreaPartProps) {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const name = area.area === null ? t('phone.outline.elsewhere') : area.name

  useEffect(() => {
    if (lookAt === null) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [lookAt])

  return (
    <section className="phone-area">
      <h2 ref={heading} tabIndex={-1} data-looked-at={lookAt !== null || undefined}>
        {name} {area.count > 0 && <span className="phone-count tabular">{area.count}</span>}
      </h2>
      {area.count === 0 && <p className="phone-quiet">{t('phone.outline.empty')}</p>}
      <Cards session={session} cards={area.cards} />
      {area.clusters.map((cluster) => (
        <section key={cluster.id} className="phone-cluster">
          <h3>
            {cluster.name || t('phone.shell.unnamedGroup')} <span className="phone-count tabular">{cluster.cards.length}</span>
          </h3>
          <Cards session={session} cards={cluster.cards} />
        </section>
      ))}
    </section>
  )
}

function Cards({ session, cards }: { session: BoardSession; cards: readonly OutlineCard[] }) {
  const remarks = useReadable(boardRemarks(session).byCard)
  const { totals } = useReadable(votesOnCards(session).shown)
  if (cards.length === 0) return null
  return (
    <ul className="phone-list">
      {cards.map((entry) => {
        const said = remarks.get(entry.card.id)
        return (
          <OutlineRow
            key={entry.card.id}
            entry={entry}
            votes={totals.get(entry.card.id) ?? 0}
            meToo={said?.meToo.length ?? 0}
            comments={said?.comments.length ?? 0}
          />
        )
      })}
    </ul>
  )
}
