import type { BoardOperation } from '../board/board-operation.ts'
import { cardHeight, CARD_METRICS, estimateLines } from '../board/card-metrics.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { newCardRecord, topIndices } from '../board/new-records.ts'
import { makeRoom, SPARE_CARDS, type RoomForCards } from '../board/area-annex.ts'
import { areaFrame } from '../board/place-in-area.ts'
import { placeBelowAll } from '../board/place-below-all.ts'
import type { RevealedNotes } from './revealed-notes.ts'

/** Where chance comes from: ids that were never used, and numbers in [0, 1). */
export interface Chance {
  newId(): string
  random(): number
}

/**
 * Hidden notes as cards, neatly placed in their area, which grows by an annex when it is full (below everything on the page when there is
 * no such area). They come in an order that says nothing about who wrote them or when, under ids of the server's, so that not even the author can be told from the document.
 */
export function revealOperations(
  records: ReadonlyMap<string, BoardRecord>,
  { area, kind, notes }: RevealedNotes,
  chance: Chance,
): BoardOperation[] {
  const w = CARD_METRICS.m.defaultWidth
  const shuffled = shuffle(notes, chance)
  const heights = shuffled.map(({ text }) => cardHeight('m', w, estimateLines(text, 'm', w)))
  const frame = areaFrame(records.values(), area)
  const pageId = firstPage(records)
  const { places, annex }: RoomForCards = frame
    ? makeRoom(records, frame, w, heights, { locked: true, spare: Math.max(0, SPARE_CARDS - heights.length) })
    : { places: placeBelowAll(records, pageId, w, heights), annex: null }
  const indices = new Map<string, string[]>()
  for (const parentId of new Set(places.map((place) => place.parentId))) {
    indices.set(parentId, topIndices(records.values(), parentId, places.length))
  }
  const cards = shuffled.flatMap(({ text, author }, i): BoardOperation[] => {
    const place = places[i]
    const index = place && indices.get(place.parentId)?.[i]
    if (!place || index === undefined) return []
    const meta = author === null ? {} : { author }
    return [{ op: 'create', record: newCardRecord({ id: `shape:${chance.newId()}`, index, ...place, w, kind, text, meta }) }]
  })
  return annex ? [{ op: 'create', record: annex }, ...cards] : cards
}

/** Fisher and Yates. */
function shuffle<T>(items: readonly T[], chance: Chance): T[] {
  const shuffled = [...items]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(chance.random() * (i + 1))
    const [a, b] = [shuffled[i], shuffled[j]]
    if (a === undefined || b === undefined) continue
    shuffled[i] = b
    shuffled[j] = a
  }
  return shuffled
}

function firstPage(records: ReadonlyMap<string, BoardRecord>): string {
  return (
    [...records.values()]
      .filter(({ typeName }) => typeName === 'page')
      .map(({ id }) => id)
      .sort()[0] ?? 'page:page'
  )
}
