import { CloseCode, type CloseCodeValue } from '@remedyboard/shared/protocol/close-code'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { TokenBucket } from './token-bucket.ts'

/** Open tabs and devices of one person. */
const MAX_PER_PERSON = 12

/** Each connection costs the whole board. A flapping network reconnects every 2.5 s at most. */
const CONNECT_LIMIT = { perSecond: 0.5, burst: 30 }

/** Beyond what one process was measured to carry. */
const MAX_PER_BOARD = 2_000

/** How many sockets a person and a board may have, and how fast they may come. */
export class Admission {
  readonly #clock: Clock
  readonly #open = new Map<string, number>()
  readonly #rates = new Map<string, TokenBucket>()
  #total = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts a newcomer in; a close code says why not. */
  admit(participantId: string): CloseCodeValue | null {
    const now = this.#clock.elapsed()
    const rate = this.#rates.get(participantId) ?? new TokenBucket(CONNECT_LIMIT, now)
    this.#rates.set(participantId, rate)
    const open = this.#open.get(participantId) ?? 0
    if (!rate.take(1, now) || open >= MAX_PER_PERSON || this.#total >= MAX_PER_BOARD) return CloseCode.overloaded
    this.#open.set(participantId, open + 1)
    this.#total += 1
    return null
  }

  leave({ participantId }: Connection): void {
    const open = (this.#open.get(participantId) ?? 1) - 1
    if (open > 0) this.#open.set(participantId, open)
    else this.#open.delete(participantId)
    this.#total -= 1
  }
}
