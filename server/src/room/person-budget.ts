import { TokenBucket } from './token-bucket.ts'

/** A limit per person instead of per socket: opening more sockets gives nobody more of everybody's time. */
export class PersonBudget {
  readonly #limit: { perSecond: number; burst: number }
  readonly #buckets = new Map<string, { bucket: TokenBucket; fullAt: number }>()

  constructor(limit: { perSecond: number; burst: number }) {
    this.#limit = limit
  }

  /** Takes `amount`; false when the person has used up theirs. */
  take(participantId: string, amount: number, now: number): boolean {
    const { perSecond, burst } = this.#limit
    const bucket = this.#buckets.get(participantId)?.bucket ?? new TokenBucket(this.#limit, now)
    this.#buckets.set(participantId, { bucket, fullAt: now + (burst / perSecond) * 1000 })
    return bucket.take(amount, now)
  }

  /** Forgets whoever has not spent anything for so long that theirs is full again. */
  prune(now: number): void {
    for (const [id, { fullAt }] of this.#buckets) if (fullAt <= now) this.#buckets.delete(id)
  }
}
