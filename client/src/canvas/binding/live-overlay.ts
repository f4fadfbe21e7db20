import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { placeFacet, type FacetChange } from '@remedyboard/shared/board/facets'
import { overlayFacets } from '@remedyboard/shared/board/overlay-facets'
import { appendGrowth, SEGMENTS_PROP, STROKE_TAIL } from '@remedyboard/shared/board/stroke'
import type { LiveFrame } from '@remedyboard/shared/protocol/live-frame'

/** Somebody whose network froze in mid-drag says neither end nor cancel: after this long without a frame the document holds. */
export const LIVE_STALE_MS = 3_000

interface Sender {
  gesture: number
  ids: readonly string[]
  /** where the first of `ids` stands, while a move goes on */
  at: { x: number; y: number } | null
  changes: ReadonlyMap<string, readonly FacetChange[]>
  ended: boolean
  /** the document changed there since the last frame */
  written: boolean
  seenAt: number
}

/**
 * What others are doing right now, laid over the document and never written. Every method returns the ids of the records
 * that look different afterwards. `documentRecord` reads the document as it is.
 */
export class LiveOverlay {
  readonly #senders = new Map<number, Sender>()
  readonly #documentRecord: (id: string) => BoardRecord | undefined

  constructor(documentRecord: (id: string) => BoardRecord | undefined) {
    this.#documentRecord = documentRecord
  }

  get isEmpty(): boolean {
    return this.#senders.size === 0
  }

  receive(clientId: number, frame: LiveFrame, now: number): ReadonlySet<string> {
    const former = this.#senders.get(clientId)
    const same = former?.gesture === frame.gesture ? former : undefined
    if (frame.kind === 'cancel') return this.leave(clientId)
    if (frame.kind === 'end') {
      // The durable write usually comes first; with a slow disk it is still on its way, and the last frame stays shown.
      if (!same || same.written) return same ? this.leave(clientId) : new Set()
      Object.assign(same, { ended: true, seenAt: now })
      return new Set()
    }
    const touched = same ? new Set<string>() : this.leave(clientId)
    const ids = frame.kind === 'move' ? (frame.ids ?? same?.ids ?? []) : frame.records.map((record) => record.id)
    // Joined in mid-gesture: the ids come again within half a second.
    if (ids.length === 0) return touched
    this.#senders.set(clientId, {
      gesture: frame.gesture,
      ids,
      at: frame.kind === 'move' ? { x: frame.x, y: frame.y } : null,
      changes: frame.kind === 'change' ? new Map(frame.records.map((record) => [record.id, record.changes])) : new Map(),
      ended: false,
      written: false,
      seenAt: now,
    })
    return new Set([...touched, ...(same?.ids ?? []), ...ids])
  }

  /** The document now says what these records are: gestures that have ended are over for them. */
  settle(changedIds: Iterable<string>): void {
    if (this.isEmpty) return
    const changed = new Set(changedIds)
    for (const [clientId, sender] of this.#senders) {
      if (!sender.ids.some((id) => changed.has(id))) continue
      if (sender.ended) this.leave(clientId)
      else sender.written = true
    }
  }

  leave(clientId: number): Set<string> {
    const sender = this.#senders.get(clientId)
    this.#senders.delete(clientId)
    return new Set(sender?.ids)
  }

  expire(now: number): ReadonlySet<string> {
    const touched = new Set<string>()
    for (const [clientId, { seenAt }] of this.#senders) {
      if (now - seenAt >= LIVE_STALE_MS) for (const id of this.leave(clientId)) touched.add(id)
    }
    return touched
  }

  /** The record as people see it while gestures go on. */
  apply(record: BoardRecord): BoardRecord {
    let shown = record
    for (const { ids, at, changes } of this.#senders.values()) {
      if (!ids.includes(record.id)) continue
      const move = at && this.#movedPlace(record, ids[0] ?? record.id, at)
      shown = overlayFacets(shown, move ? [move] : (changes.get(record.id) ?? []).flatMap((change) => growth(record, change)))
    }
    return shown
  }

  #movedPlace(record: BoardRecord, leaderId: string, at: { x: number; y: number }): FacetChange | null {
    const leader = this.#documentRecord(leaderId)
    if (!leader) return null
    const x = Number(record['x']) + at.x - Number(leader['x'])
    const y = Number(record['y']) + at.y - Number(leader['y'])
    return placeFacet({ ...record, x, y })
  }
}

/** The end of a stroke as the whole stroke; nothing when it does not go on from what the document has. */
function growth(record: BoardRecord, change: FacetChange): FacetChange[] {
  if (change.key !== STROKE_TAIL) return [change]
  const tail: unknown = change.value
  try {
    const segments = tail instanceof Uint8Array ? appendGrowth(record.props?.['segments'], tail) : null
    return segments === null ? [] : [{ key: SEGMENTS_PROP, value: segments }]
  } catch {
    return [] // another client's fault: nothing to show, nothing to stop
  }
}
