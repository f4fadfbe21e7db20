import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { Rect } from '@remedyboard/shared/board/tidy-rows'
import { placeFacet } from '@remedyboard/shared/board/facets'
import { makeRoom, SPARE_CARDS } from '@remedyboard/shared/board/area-annex'
import { sizeOf } from '@remedyboard/shared/board/place-in-area'
import type { BoardSession } from './board-session.ts'

/** So long after it was made a card may still find that somebody else chose the same place: a slow network's way there and back. */
const SETTLING_MS = 4_000

/**
 * Many people add a card in the same second, and all find the same place free. Of two cards that cover one another the one with the
 * greater id moves on; its author's page does that, so nobody's card moves under their hands later on.
 */
export function stepAsideSoon(session: Pick<BoardSession, 'index' | 'edit' | 'onRecordChanges'>, cardId: string): void {
  const stop = session.onRecordChanges((changes) => {
    if (![...changes.values()].some((record) => record?.type === 'card')) return
    const operations = stepAside(session.index.visible, cardId)
    if (operations.length > 0) session.edit(operations)
  })
  setTimeout(stop, SETTLING_MS)
}

/** Moves a card off the ones that it covers and that go before it; nothing when it covers none. */
export function stepAside(records: ReadonlyMap<string, BoardRecord>, cardId: string): BoardOperation[] {
  const card = records.get(cardId)
  const parentId = card?.['parentId']
  if (!card || typeof parentId !== 'string') return []
  const box = boxOf(card)
  const isCovering = [...records.values()].some(
    (other) => other['parentId'] === parentId && other.type === 'card' && other.id < cardId && overlap(box, boxOf(other)),
  )
  const frame = records.get(parentId)
  if (!isCovering || frame?.type !== 'frame') return []
  const others = new Map(records)
  others.delete(cardId)
  const { places, annex } = makeRoom(others, frame, box.w, [box.h], { spare: SPARE_CARDS })
  const [place] = places
  if (!place) return []
  const move: BoardOperation = { op: 'change', id: cardId, changes: [placeFacet({ ...card, ...place })] }
  return annex ? [{ op: 'create', record: annex }, move] : [move]
}

function boxOf(record: BoardRecord): Rect {
  return { x: Number(record['x'] ?? 0), y: Number(record['y'] ?? 0), ...sizeOf(record) }
}

function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
