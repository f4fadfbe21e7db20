import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { Coverage } from '@remedyboard/shared/mapping/coverage'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'

/** A dilemma in the list of what still wants an answer. */
export interface OpenDilemma {
  cardId: string
  text: string
}

/** Coverage in few words. */
export interface CoverageSummary {
  total: number
  covered: number
  open: readonly OpenDilemma[]
  weak: readonly OpenDilemma[]
  unusedRemedies: readonly string[]
}

/** The board's coverage in words, dilemmas in the order of the board: from the top down, then from left to right. */
export function coverageSummary(
  { total, covered, units, unusedRemedies }: Coverage,
  { cards }: Pick<MappingGraph, 'cards'>,
  records: ReadonlyMap<string, BoardRecord>,
): CoverageSummary {
  const listed = (state: 'open' | 'weak') =>
    units
      .filter((unit) => unit.state === state)
      .map(({ cardId }) => ({ cardId, text: cards.get(cardId)?.text.trim() ?? '', at: placeOf(records, cardId) }))
      .sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x)
      .map(({ cardId, text }) => ({ cardId, text }))
  return { total, covered, open: listed('open'), weak: listed('weak'), unusedRemedies }
}

const numberOr0 = (value: unknown) => (typeof value === 'number' ? value : 0)

/** Position on the page. Frames are never rotated, so adding up the offsets is enough for sorting. */
function placeOf(records: ReadonlyMap<string, BoardRecord>, id: string): { x: number; y: number } {
  const place = { x: 0, y: 0 }
  const seen = new Set<string>()
  for (let record = records.get(id); record && !seen.has(record.id); record = records.get(String(record['parentId']))) {
    seen.add(record.id)
    place.x += numberOr0(record['x'])
    place.y += numberOr0(record['y'])
  }
  return place
}
