import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { CLUSTER } from '../board/cluster-metrics.ts'
import { placeFacet } from '../board/facets.ts'
import { newShape, topIndices } from '../board/new-records.ts'
import { boxesIn, GAP, placeInArea, sizeOf } from '../board/place-in-area.ts'
import { tidyRows } from '../board/tidy-rows.ts'
import type { Records } from './link-operations.ts'

/** Puts a card into a cluster or an area, where it covers nothing; a cluster grows with it unless it is settled. */
export function moveInto(records: Records, cardId: string, frameId: string): BoardOperation[] {
  const [card, frame] = [records.get(cardId), records.get(frameId)]
  if (!card || !frame || card['parentId'] === frameId) return []
  const others = without(records, cardId)
  const { w, h } = sizeOf(card)
  if (typeof frame.meta?.['cluster'] !== 'string') {
    const [place] = placeInArea(others, frame, w, [h])
    return place ? moveTo(records, card, place) : []
  }
  const size = sizeOf(frame)
  const room = { x: CLUSTER.padding, y: CLUSTER.heading, w: Math.max(w, size.w - 2 * CLUSTER.padding), h: Infinity }
  const [place] = tidyRows([h], w, room, boxesIn(others, frameId), GAP)
  if (!place) return []
  const grown = { w: Math.max(size.w, w + 2 * CLUSTER.padding), h: Math.max(size.h, place.y + h + CLUSTER.bottom) }
  const changes = (['w', 'h'] as const).flatMap((side) => (grown[side] > size[side] ? [{ key: `props.${side}`, value: grown[side] }] : []))
  const grow: BoardOperation[] = changes.length > 0 && frame.meta['lock'] !== true ? [{ op: 'change', id: frameId, changes }] : []
  return [...moveTo(records, card, { parentId: frameId, ...place }), ...grow]
}

/** A new cluster in an area, with its first card. */
export function newCluster(
  records: Records,
  { id, name, cardId, areaId, author }: { id: string; name: string; cardId: string; areaId: string; author: string },
): BoardOperation[] {
  const [card, area] = [records.get(cardId), records.get(areaId)]
  if (!card || !area) return []
  const { w, h } = sizeOf(card)
  const size = {
    w: Math.max(CLUSTER.least.w, w + 2 * CLUSTER.padding),
    h: Math.max(CLUSTER.least.h, CLUSTER.heading + h + CLUSTER.bottom),
  }
  const [place] = placeInArea(without(records, cardId), area, size.w, [size.h])
  if (!place) return []
  const [index = 'a1'] = topIndices(records.values(), place.parentId, 1)
  const frame: BoardRecord = {
    ...newShape(id, 'frame', place.parentId, index, place.x, place.y),
    props: { ...size, name, color: 'black' },
    meta: { author, cluster: 'suggested' },
  }
  const inside = { parentId: id, x: CLUSTER.padding, y: CLUSTER.heading }
  return [{ op: 'create', record: frame }, ...moveTo(records, card, inside)]
}

function moveTo(records: Records, card: BoardRecord, place: { parentId: string; x: number; y: number }): BoardOperation[] {
  const [index = 'a1'] = topIndices(records.values(), place.parentId, 1)
  return [{ op: 'change', id: card.id, changes: [placeFacet({ ...card, ...place, index, rotation: 0 })] }]
}

function without(records: Records, id: string): Records {
  const others = new Map(records)
  others.delete(id)
  return others
}
