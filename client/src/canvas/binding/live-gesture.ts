import type { BoardRecord, Json } from '@remedyboard/shared/board/board-record'
import { diffFacets, PLACE, type FacetChange } from '@remedyboard/shared/board/facets'
import { encodeGrowth, SEGMENTS_PROP, STROKE_TAIL } from '@remedyboard/shared/board/stroke'
import {
  encodeLiveFrame,
  MAX_LIVE_FRAME_BYTES,
  MAX_LIVE_RECORDS,
  type LiveFrame,
  type LiveRecord,
} from '@remedyboard/shared/protocol/live-frame'

/** As often as the server relays presence. */
const FRAME_MS = 50

/** Somebody who missed the frame with the ids waits this long at most. */
const REPEAT_IDS_MS = 500

interface LiveGestureOptions {
  send: (frame: Uint8Array) => void
  /** this person's changes that the document does not have yet: the record before and now */
  unsent: () => Iterable<readonly [before: BoardRecord, now: BoardRecord]>
  now: () => number
}

/** Tells the others what this person is dragging, resizing or drawing, from frame to frame; the document hears of it at the end. */
export class LiveGesture {
  readonly #options: LiveGestureOptions
  #gesture = 0
  #isLive = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #idsSent = ''
  #idsSentAt = 0

  constructor(options: LiveGestureOptions) {
    this.#options = options
  }

  /** Something changed in mid-gesture. */
  touch(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#sendFrame()
    }, FRAME_MS)
  }

  /** `end` after the durable write, `cancel` when the gesture was given up. */
  finish(kind: 'end' | 'cancel'): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#isLive) return
    this.#isLive = false
    this.#idsSent = ''
    this.#options.send(encodeLiveFrame(kind === 'end' ? { gesture: this.#gesture, kind } : { gesture: this.#gesture, kind }))
  }

  #sendFrame(): void {
    const pairs = [...this.#options.unsent()]
    const records = pairs.map(([before, now]): LiveRecord => ({ id: now.id, changes: withTail(before, diffFacets(before, now)) }))
    if (records.length > MAX_LIVE_RECORDS || records.every(({ changes }) => changes.length === 0)) return
    if (!this.#isLive) {
      this.#isLive = true
      this.#gesture += 1
    }
    const frame = encodeLiveFrame(this.#asMove(pairs, records) ?? { gesture: this.#gesture, kind: 'change', records })
    if (frame.length <= MAX_LIVE_FRAME_BYTES) this.#options.send(frame)
  }

  /** When all moved by the same distance and nothing else changed, which is what most gestures are. */
  #asMove(pairs: readonly (readonly [BoardRecord, BoardRecord])[], records: readonly LiveRecord[]): LiveFrame | null {
    const [first] = pairs
    if (!first) return null
    const leader = first[1]
    const dx = distance(first, 'x')
    const dy = distance(first, 'y')
    const isMove = pairs.every(
      (pair, i) => isOnlyMoved(records[i]?.changes ?? [], pair) && distance(pair, 'x') === dx && distance(pair, 'y') === dy,
    )
    if (!isMove) return null
    const ids = pairs.map(([, now]) => now.id)
    const key = ids.join()
    const now = this.#options.now()
    const repeat = key !== this.#idsSent || now - this.#idsSentAt >= REPEAT_IDS_MS
    if (repeat) {
      this.#idsSent = key
      this.#idsSentAt = now
    }
    return { gesture: this.#gesture, kind: 'move', ids: repeat ? ids : null, x: Number(leader['x']), y: Number(leader['y']) }
  }
}

/** Of a growing stroke only what the document does not have yet: the whole would soon be too large for a frame. */
function withTail(before: BoardRecord, changes: FacetChange[]): FacetChange[] {
  return changes.map((change) => {
    const tail = change.key === SEGMENTS_PROP ? encodeGrowth(before.props?.['segments'], change.value) : null
    return tail ? { key: STROKE_TAIL, value: tail as unknown as Json } : change // bytes travel in a frame as they are
  })
}

function distance([before, now]: readonly [BoardRecord, BoardRecord], axis: 'x' | 'y'): number {
  return Math.round((Number(now[axis]) - Number(before[axis])) * 100) / 100
}

function isOnlyMoved(changes: readonly FacetChange[], [before, now]: readonly [BoardRecord, BoardRecord]): boolean {
  return (
    changes.length === 1 &&
    changes[0]?.key === PLACE &&
    before['parentId'] === now['parentId'] &&
    before['rotation'] === now['rotation'] &&
    before['index'] === now['index']
  )
}
