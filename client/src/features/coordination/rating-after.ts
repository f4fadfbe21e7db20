import { STANCES, type Stance } from '@remedyboard/shared/board/card'
import type { InfluenceAxis } from '@remedyboard/shared/coordination/influence-view'
import { MOST_INFLUENCE, type MappingCard } from '@remedyboard/shared/mapping/mapping-card'

/** What an arrow key changes about a stakeholder in the view: up and down influence, left and right stance. Null = nothing. */
export function ratingAfter(
  { influence, stance }: Pick<MappingCard, 'influence' | 'stance'>,
  key: string,
  axis: InfluenceAxis,
): { influence?: number; stance?: Stance } | null {
  const up = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : 0
  if (up !== 0) {
    const next = Math.max(0, Math.min(MOST_INFLUENCE, (influence ?? 0) + up))
    return next === influence ? null : { influence: next }
  }
  const right = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  // Closeness follows from duties; nobody says it.
  if (right === 0 || axis !== 'stance') return null
  // `STANCES` begins with the right column.
  const next = STANCES[STANCES.indexOf(stance ?? 'neutral') - right]
  return next === undefined ? null : { stance: next }
}
