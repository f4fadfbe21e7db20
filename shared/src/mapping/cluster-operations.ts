import { makeRoom, SPARE_CARDS } from '../board/area-annex.ts'
import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { CLUSTER } from '../board/cluster-metrics.ts'
import { placeFacet } from '../board/facets.ts'
import { freeBelow, nearestFree, overlap } from '../board/nearest-free.ts'
import { newShape, topIndices } from '../board/new-records.ts'
import { boxesIn, GAP, roomOf, sizeOf, type CardPlace } from '../board/place-in-area.ts'
import { tidyRows, type Rect } from '../board/tidy-rows.ts'
import type { Records } from './link-operations.ts'

/** Cards side by side in a cluster that grows, at most. */
const COLUMNS = 3

/** When a full area gets an annex for one cluster, others will come. */
const SPARE_CLUSTERS = 7

/** Puts a card into a cluster or an area, where it covers nothing; a cluster grows with it, and moves when it has no room to, unless it is settled. */
export function moveInto(records: Records, cardId: string, frameId: string): BoardOperation[] {
  const [card, frame] = [records.get(cardId), records.get(frameId)]
  return card && frame && card['parentId'] !== frameId ? placeInside(records, card, frame) : []
}

/** A free place for a card in a cluster or an area, also when it is in there already. */
export function placeInside(records: Records, card: BoardRecord, frame: BoardRecord): BoardOperation[] {
  const others = without(records, card.id)
  return typeof frame.meta?.['cluster'] === 'string' ? placeInCluster(others, card, frame) : placeInAreaOf(others, card, frame, SPARE_CARDS)
}

/** A new cluster in an area, with its first card. */
export function newCluster(
  records: Records,
  { id, name, cardId, areaId, author }: { id: string; name: string; cardId: string; areaId: string; author: string },
): BoardOperation[] {
  const [card, area] = [records.get(cardId), records.get(areaId)]
  if (!card || !area) return []
  const { w, h } = sizeOf(card)
  const size = { w: Math.max(CLUSTER.least.w, w + 2 * CLUSTER.padding), h: CLUSTER.heading + h + CLUSTER.bottom }
  const home = parentOf(records, card)
  const others = without(records, cardId)
  // Where the card was, as on the canvas: people look for it there.
  const near = home?.meta?.['area'] === area.meta?.['area'] ? placeNear(others, home, { ...placeOf(card), ...size }) : null
  const { places, annex } = near ? { places: [near], annex: null } : makeRoom(others, area, size.w, [size.h], { spare: SPARE_CLUSTERS })
  const [place] = places
  if (!place) return []
  const [index = 'a1'] = topIndices(records.values(), place.parentId, 1)
  const frame: BoardRecord = {
    ...newShape(id, 'frame', place.parentId, index, place.x, place.y),
    props: { ...size, name, color: 'black' },
    meta: { author, cluster: 'suggested' },
  }
  const inside = { parentId: id, x: CLUSTER.padding, y: CLUSTER.heading }
  return [...create(annex), { op: 'create', record: frame }, ...moveTo(records, card, inside)]
}

function placeInAreaOf(others: Records, shape: BoardRecord, area: BoardRecord, spare: number): BoardOperation[] {
  const { w, h } = sizeOf(shape)
  const { places, annex } = makeRoom(others, area, w, [h], { spare })
  const [place] = places
  return place ? [...create(annex), ...moveTo(others, shape, place)] : []
}

function placeInCluster(others: Records, card: BoardRecord, frame: BoardRecord): BoardOperation[] {
  const { w, h } = sizeOf(card)
  const size = sizeOf(frame)
  const inside = boxesIn(others, frame.id)
  const placeAt = (width: number) => {
    const [place] = tidyRows([h], w, { x: CLUSTER.padding, y: CLUSTER.heading, w: width, h: Infinity }, inside, GAP)
    return place ?? { x: CLUSTER.padding, y: CLUSTER.heading }
  }
  const now = Math.max(w, size.w - 2 * CLUSTER.padding)
  // Nobody but a facilitator changes what is settled; a card that reaches over its edge stays readable.
  if (frame.meta?.['lock'] === true) return moveTo(others, card, { parentId: frame.id, ...placeAt(now) })

  const wanted = Math.min(COLUMNS, Math.ceil(Math.sqrt(inside.length + 1)))
  const grown = [...new Set([Math.max(now, wanted * (w + GAP) - GAP), now])].map((width) => {
    const place = placeAt(width)
    const needed = { w: width + 2 * CLUSTER.padding, h: place.y + h + CLUSTER.bottom }
    return { place, size: { w: Math.max(size.w, needed.w), h: Math.max(size.h, needed.h) } }
  })
  const home = parentOf(others, frame)
  const around = boxesIn(without(others, frame.id), String(frame['parentId']))
  const room = home && roomOf(home)
  const staying = grown.find((each) => isFree({ ...placeOf(frame), ...each.size }, around, room))
  const chosen = staying ?? grown[0]
  if (!chosen) return []
  const changes = (['w', 'h'] as const).flatMap((side) =>
    chosen.size[side] > size[side] ? [{ key: `props.${side}`, value: chosen.size[side] }] : [],
  )
  const grow: BoardOperation[] = changes.length > 0 ? [{ op: 'change', id: frame.id, changes }] : []
  const larger = { ...frame, props: { ...frame.props, ...chosen.size } }
  const move = staying ? [] : moveCluster(without(others, frame.id), larger, home)
  return [...moveTo(others, card, { parentId: frame.id, ...chosen.place }), ...grow, ...move]
}

/** Another place for a cluster that has no room to grow: near by, else elsewhere in its area. */
function moveCluster(others: Records, frame: BoardRecord, home: BoardRecord | undefined): BoardOperation[] {
  const box = { ...placeOf(frame), ...sizeOf(frame) }
  if (!home) {
    const parentId = String(frame['parentId'])
    return moveTo(others, frame, { parentId, ...freeBelow(box, boxesIn(others, parentId)) })
  }
  const near = placeNear(others, home, box)
  return near ? moveTo(others, frame, near) : placeInAreaOf(others, frame, home, SPARE_CLUSTERS)
}

function placeNear(others: Records, home: BoardRecord | undefined, box: Rect): CardPlace | null {
  const place = home && nearestFree(box, boxesIn(others, home.id), roomOf(home))
  return place ? { parentId: home.id, x: Math.round(place.x), y: Math.round(place.y) } : null
}

function isFree(box: Rect, around: readonly Rect[], room: Rect | undefined): boolean {
  const isInside = !room || (box.x + box.w <= room.x + room.w && box.y + box.h <= room.y + room.h)
  return isInside && !around.some((each) => overlap(box, each))
}

/** The frame that a shape lies in; undefined for one on the page itself. */
function parentOf(records: Records, { parentId }: BoardRecord): BoardRecord | undefined {
  const parent = records.get(String(parentId))
  return parent?.type === 'frame' ? parent : undefined
}

function placeOf({ x, y }: BoardRecord): { x: number; y: number } {
  return { x: typeof x === 'number' ? x : 0, y: typeof y === 'number' ? y : 0 }
}

function create(record: BoardRecord | null): BoardOperation[] {
  return record ? [{ op: 'create', record }] : []
}

function moveTo(records: Records, shape: BoardRecord, place: CardPlace): BoardOperation[] {
  const [index = 'a1'] = topIndices(records.values(), place.parentId, 1)
  return [{ op: 'change', id: shape.id, changes: [placeFacet({ ...shape, ...place, index, rotation: 0 })] }]
}

function without(records: Records, id: string): Records {
  const others = new Map(records)
  others.delete(id)
  return others
}
