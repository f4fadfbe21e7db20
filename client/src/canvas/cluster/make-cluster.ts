import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { placeFacet } from '@remedyboard/shared/board/facets'
import { freeBelow, nearestFree } from '@remedyboard/shared/board/nearest-free'
import { topIndices } from '@remedyboard/shared/board/new-records'
import { tidyRows, type Rect } from '@remedyboard/shared/board/tidy-rows'
import { TIDY_GAP } from '@remedyboard/shared/mapping/tidy'
import { CLUSTER } from '@remedyboard/shared/board/cluster-metrics'

/** A card that goes into a cluster; its box in the space of the cluster's parent. */
export interface ClusterCard extends Rect {
  id: string
}

interface WantedCluster {
  records: ReadonlyMap<string, BoardRecord>
  id: string
  /** the area, or the page */
  parentId: string
  author: string
  /** in reading order */
  cards: readonly ClusterCard[]
  /** what else stands there, in the same space */
  taken: readonly Rect[]
  /** the part of the area below its heading; absent on the page, which goes on for ever */
  room?: Rect
}

/** Cards side by side in a new cluster, at most, and how wide it may become for wide ones, in board units. */
const COLUMNS = 3
const WIDEST = 1_200

/** Puts a frame around cards that are gathered in it, where they were if there is room, else near by, so that it covers nothing else. */
export function clusterOperations({ records, id, parentId, author, cards, taken, room: area }: WantedCluster): BoardOperation[] {
  const w = Math.max(...cards.map((card) => card.w))
  const columns = Math.max(1, Math.min(COLUMNS, Math.ceil(Math.sqrt(cards.length)), Math.floor(WIDEST / w)))
  const inner = columns * w + (columns - 1) * TIDY_GAP.card
  const room = { x: CLUSTER.padding, y: CLUSTER.heading, w: inner, h: Infinity }
  const heights = cards.map(({ h }) => h)
  const places = tidyRows(heights, w, room, [], TIDY_GAP.card)
  const bottom = Math.max(...places.map(({ y }, i) => y + (heights[i] ?? 0)))
  const size = { w: Math.max(CLUSTER.least.w, inner + 2 * CLUSTER.padding), h: bottom + CLUSTER.bottom }
  const start = { x: Math.min(...cards.map(({ x }) => x)) - CLUSTER.padding, y: Math.min(...cards.map(({ y }) => y)) - CLUSTER.heading }
  const at = clusterPlace({ ...start, ...size }, taken, area)
  const [index = 'a1'] = topIndices(records.values(), parentId, 1)
  const indices = topIndices([], id, cards.length)

  const frame: BoardRecord = {
    id,
    typeName: 'shape',
    type: 'frame',
    parentId,
    index,
    x: Math.round(at.x),
    y: Math.round(at.y),
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: { ...size, name: '', color: 'black' },
    meta: { author, cluster: 'suggested' },
  }
  const moves = cards.flatMap((card, i): BoardOperation[] => {
    const record = records.get(card.id)
    const place = places[i]
    if (!record || !place) return []
    return [{ op: 'change', id: card.id, changes: [placeFacet({ ...record, parentId: id, index: indices[i] ?? 'a1', ...place })] }]
  })
  return [{ op: 'create', record: frame }, ...moves]
}

/** The free place of the area that is nearest to where its cards are, else below everything that is in its way. */
function clusterPlace(box: Rect, taken: readonly Rect[], area: Rect | undefined): { x: number; y: number } {
  return (area && nearestFree(box, taken, area)) ?? freeBelow(box, taken)
}
