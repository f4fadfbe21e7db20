import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { TEXT } from '@remedyboard/shared/board/facets'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { plainRichText, RICH_TEXT, RICH_TEXT_PROP } from '@remedyboard/shared/board/rich-text'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'

/** A refusal comes seconds after the change, or after a spell offline: the newest texts are enough. */
const KEPT = 200

/** A refusal of the whole record, or of its text. */
const TEXT_FACETS: ReadonlySet<string> = new Set(['', TEXT, RICH_TEXT, RICH_TEXT_PROP])

/** Texts that this person wrote lately, so that what the server refuses is not lost with the card it stood on. */
export class WrittenTexts {
  readonly #byRecord = new Map<string, string>()

  /** Takes in changes that were made here. */
  note(changes: RecordChanges): void {
    for (const [id, record] of changes) {
      const text = record ? wordsOf(record) : ''
      if (text !== '') this.noteText(id, text)
    }
  }

  /** Takes in what somebody wrote under an id. */
  noteText(id: string, text: string): void {
    this.#byRecord.delete(id)
    this.#byRecord.set(id, text)
    for (const oldest of this.#byRecord.keys()) {
      if (this.#byRecord.size <= KEPT) break
      this.#byRecord.delete(oldest)
    }
  }

  /** Everything is saved: what was written until now is in no danger any more. */
  forget(): void {
    this.#byRecord.clear()
  }

  /** The text that a refusal takes away: of a refused card, of a refused change of text, or of everything that is not saved. */
  take({ record, facet }: RefusedChange): string | undefined {
    if (!TEXT_FACETS.has(facet)) return undefined
    if (record === '') {
      const all = [...this.#byRecord.values()].join('\n')
      this.#byRecord.clear()
      return all === '' ? undefined : all
    }
    const text = this.#byRecord.get(record)
    this.#byRecord.delete(record)
    return text
  }
}

function wordsOf({ props }: BoardRecord): string {
  const text = props?.['text']
  return typeof text === 'string' ? text : plainRichText(props?.['richText'])
}
