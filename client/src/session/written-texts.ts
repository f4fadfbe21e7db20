import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'

/** A refusal comes seconds after the change, or after a spell offline: the newest texts are enough. */
const KEPT = 200

/** Texts that this person wrote lately, so that what the server refuses is not lost with the card it stood on. */
export class WrittenTexts {
  readonly #byRecord = new Map<string, string>()

  /** Takes in changes that were made here. */
  note(changes: RecordChanges): void {
    for (const [id, record] of changes) {
      const text = record?.props?.['text']
      if (typeof text !== 'string' || text === '') continue
      this.#byRecord.delete(id)
      this.#byRecord.set(id, text)
    }
    for (const id of this.#byRecord.keys()) {
      if (this.#byRecord.size <= KEPT) break
      this.#byRecord.delete(id)
    }
  }

  /** The text that a refusal takes away: of a refused card, or of a refused change of text. */
  take({ record, facet }: RefusedChange): string | undefined {
    if (facet !== '' && facet !== 'text') return undefined
    const text = this.#byRecord.get(record)
    this.#byRecord.delete(record)
    return text
  }
}
