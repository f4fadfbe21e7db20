import { STANCES, type Stance } from '@remedyboard/shared/board/card'
import { INFLUENCE_AXES, influenceView, type InfluenceAxis } from '@remedyboard/shared/coordination/influence-view'
import { MOST_INFLUENCE } from '@remedyboard/shared/mapping/mapping-card'
import { useId, useState, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { mayChangeCard } from '../../session/may-change-card.ts'
import { announce } from '../../ui/announce.ts'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './influence.css'
import { RatingTable } from './RatingTable.tsx'
import { ratingAfter } from './rating-after.ts'
import { useCoordinationEdits } from './use-coordination-edits.ts'
import type { Coordination } from './use-coordination.ts'

/** Size of the drawing in its own units, which are CSS pixels at full width; on phones the names need more height. */
const WIDE = { w: 1040, h: 560, slotRatio: 4 }
const NARROW = { w: 340, h: 620, slotRatio: 2 }

/** The columns of the view by closeness, from left to right. */
const CLOSENESS = ['none', 'told', 'support', 'lead'] as const

interface InfluenceMapProps {
  session: BoardSession
  coordination: Coordination
  onGoTo: (cardId: string) => void
}

/** Stakeholders by influence and by stance or closeness, and the table in which they are rated. */
export function InfluenceMap({ session, coordination, onGoTo }: InfluenceMapProps) {
  const { t } = useText()
  const group = useId()
  const [axis, setAxis] = useState<InfluenceAxis>('stance')
  const edits = useCoordinationEdits(session)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const { w, h, slotRatio } = useMediaQuery('(max-width: 700px)') ? NARROW : WIDE
  const { graph } = coordination
  const { places, columns, rows } = influenceView(graph, axis, { viewRatio: w / h, slotRatio })
  const names = axis === 'stance' ? columnsOfStance(t) : CLOSENESS.map((part) => t(`coordination.closeness.${part}`))

  const onKeyDown = (event: KeyboardEvent, cardId: string) => {
    const card = graph.cards.get(cardId)
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onGoTo(cardId)
      return
    }
    const rating = card && mayChangeCard(rights, card, me.id) ? ratingAfter(card, event.key, axis) : null
    if (!card || !rating) return
    event.preventDefault()
    edits.rate(cardId, rating)
    announce(
      rating.stance ? t(`canvas.stance.${rating.stance}`) : t('canvas.details.influenceOf', { n: rating.influence ?? card.influence ?? 0 }),
    )
  }
  return (
    <div className="influence">
      <fieldset>
        <legend className="visually-hidden">{t('coordination.axis')}</legend>
        <div className="segments">
          {INFLUENCE_AXES.map((one) => (
            <label key={one}>
              <input type="radio" name={group} checked={one === axis} onChange={() => setAxis(one)} />
              <span>{t(`coordination.axes.${one}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <figure className="influence-figure">
        <figcaption className="influence-axis-y">{t('canvas.details.influence')} ↑</figcaption>
        <svg viewBox={`0 0 ${w} ${h}`} role="group" aria-label={t('coordination.view.influence')}>
          {Array.from({ length: rows }, (_, row) => (
            <g key={row}>
              <rect className="influence-band" data-even={row % 2 === 0} x={0} y={(row * h) / rows} width={w} height={h / rows} />
              <text className="influence-level" x={8} y={(row * h) / rows + 20}>
                {MOST_INFLUENCE - row}
              </text>
            </g>
          ))}
          {Array.from({ length: columns - 1 }, (_, i) => (
            <line key={i} className="influence-line" x1={((i + 1) * w) / columns} x2={((i + 1) * w) / columns} y1={0} y2={h} />
          ))}
          {places.map((place) => {
            const name = graph.cards.get(place.cardId)?.text || t('coordination.unnamed')
            const width = Math.min(place.w * w - 8, 190)
            const height = Math.min(place.h * h - 6, 50)
            return (
              <g
                key={place.cardId}
                className="influence-place"
                role="button"
                tabIndex={0}
                aria-label={`${name}, ${t('canvas.details.influenceOf', { n: MOST_INFLUENCE - place.row })}, ${names[place.column] ?? ''}`}
                transform={`translate(${place.x * w - width / 2} ${place.y * h - height / 2})`}
                onClick={() => onGoTo(place.cardId)}
                onKeyDown={(event) => onKeyDown(event, place.cardId)}
              >
                <rect width={width} height={height} rx={8} />
                <foreignObject x={6} y={0} width={Math.max(0, width - 12)} height={height}>
                  <div className="influence-name" style={{ height }}>
                    <span>{name}</span>
                  </div>
                </foreignObject>
              </g>
            )
          })}
        </svg>
        <div className="influence-columns" aria-hidden>
          {names.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
      </figure>
      <p className="coordination-hint">{t('coordination.influenceKeys')}</p>
      <RatingTable session={session} coordination={coordination} onGoTo={onGoTo} />
    </div>
  )
}

/** From left to right. */
function columnsOfStance(t: ReturnType<typeof useText>['t']): string[] {
  return [...STANCES].reverse().map((stance: Stance) => t(`canvas.stance.${stance}`))
}
