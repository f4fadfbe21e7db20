import { recordsOf, remarksOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { BIRTH, readFacets, TOMBSTONE } from '@remedyboard/shared/board/facets'
import { AUTHOR, CLUSTER, isCluster, isLink, LOCK, PARKED, refusalOf, type EditRights } from '@remedyboard/shared/board/permission'
import { RECORD_LIMITS } from '@remedyboard/shared/board/record-limits'
import type { RefusalCode, RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import * as Y from 'yjs'
import type { CheckedUpdate } from '../update-check.ts'
import { hadBefore, isUnchanged, valueBefore } from './before.ts'
import { FACILITATORS_TYPES, guardedTarget, refusalOfFacet, type GuardedTarget } from './guarded-target.ts'
import { flawOfFacet, flawOfRecord } from './record-check.ts'
import { removeItems, restoreFacet, restoreRecord, restoreRoot, type SharedType } from './restore.ts'
import { heldKeys, newKeys } from './held-keys.ts'
import { guardRemarks } from './guard-remarks.ts'
import { touchedBoard } from './touched-board.ts'

/** Who sends changes, and what they may do now. */
export interface Editor {
  id: string
  name: string
  rights: EditRights
}

/** Marks a transaction as a client's; `restored` is set before the document tells about the update. */
export interface GuardedOrigin<Author> {
  author: Author
  /** the server changed something, so that the sender needs the outcome too */
  restored: boolean
  /** the update could be applied only in part: nobody may hear of it */
  failed: boolean
}

/** The document in memory is no longer what the log says. The room has to load it again. */
export class DocumentDamagedError extends Error {
  override readonly name = 'DocumentDamagedError'
}

/**
 * Applies a client's update and, in the same transaction, restores what the editor may not change or what nobody could show: peers
 * see only the net outcome, and legitimate changes of the same update survive. The bytes alone cannot tell what an update
 * changes: overwrites leave the key out and deletions are ranges. Returns what was refused.
 * `now`: server ms, for what is stamped with the time. Throws `DocumentDamagedError` when Yjs cannot apply what it could decode.
 */
export function applyGuarded(
  doc: Y.Doc,
  { update }: CheckedUpdate,
  editor: Editor,
  origin: GuardedOrigin<unknown>,
  now: number,
): RefusedChange[] {
  const held = { records: heldKeys(recordsOf(doc)), remarks: heldKeys(remarksOf(doc)) }
  return doc.transact((transaction) => {
    try {
      Y.applyUpdate(doc, update)
      // Without this Yjs takes our own writes for a clash of client ids and picks a new one each time.
      transaction.local = true
      const guard = new Guard(doc, editor, transaction, now, held)
      guard.run()
      origin.restored = guard.restored
      return guard.refused
    } catch (cause) {
      // Yjs tells about a transaction even when it failed half-way.
      origin.failed = true
      throw new DocumentDamagedError(String(cause))
    }
  }, origin)
}

/** Two people who add to a full area in the same moment make the same annex for it: both have what they wanted. */
function isSameAnnex(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map((birth) => (birth as Partial<BoardRecord> | null | undefined)?.meta)
  return typeof a?.['annex'] === 'number' && a['annex'] === b?.['annex'] && a['area'] === b['area']
}

class Guard {
  readonly refused: RefusedChange[] = []
  restored = false
  readonly #records: Y.Map<FacetMap>
  readonly #editor: Editor
  readonly #transaction: Y.Transaction
  readonly #remarks: Y.Map<FacetMap>
  readonly #now: number
  /** records of the board, those included that this update brings and that were not refused yet; remarks before it */
  readonly #held: { records: number; remarks: number }

  constructor(doc: Y.Doc, editor: Editor, transaction: Y.Transaction, now: number, held: { records: number; remarks: number }) {
    this.#records = recordsOf(doc)
    this.#remarks = remarksOf(doc)
    this.#now = now
    this.#held = { ...held }
    this.#editor = editor
    this.#transaction = transaction
  }

  run(): void {
    // A copy: what the guard itself writes must not be guarded again.
    const { records, remarks, elsewhere } = touchedBoard(this.#records, this.#remarks, this.#transaction)
    const { whole, facets } = records
    this.#held.records += newKeys(this.#records, whole, this.#transaction)
    for (const [type, keys] of elsewhere) this.#checkElsewhere(type, new Set(keys))
    for (const id of whole) this.#checkWhole(id)
    for (const [id, keys] of facets) if (!whole.has(id)) this.#checkFacets(id, keys)
    // After the records: a remark on a card that is no card has nowhere to be.
    const scene = {
      records: this.#records,
      remarks: this.#remarks,
      held: this.#held.remarks,
      editor: this.#editor,
      transaction: this.#transaction,
      now: this.#now,
    }
    const { refused, restored } = guardRemarks(scene, remarks)
    this.refused.push(...refused)
    this.restored ||= restored
  }

  #checkElsewhere(type: SharedType, keys: ReadonlySet<string | null>): void {
    if (type._item === null) restoreRoot(type, keys, this.#transaction)
    else this.#removeBelow(type, keys)
    this.#refuse('', '', 'protected')
  }

  /** Something below a protected root: the server keeps plain values there, so all of it is new. */
  #removeBelow(type: SharedType, keys: ReadonlySet<string | null>): void {
    for (const key of keys) if (key !== null) type._map.get(key)?.delete(this.#transaction)
    removeItems(type, this.#transaction)
  }

  /** A record that was set or removed under its id: new ones are checked, others are put back. */
  #checkWhole(id: string): void {
    const former = valueBefore(this.#records, id, this.#transaction)
    if (former instanceof Y.Map) {
      if (isUnchanged(this.#records, id, this.#transaction)) return
      const now: unknown = this.#records.get(id)
      const isTwin = now instanceof Y.Map && isSameAnnex(now.get(BIRTH), valueBefore(former, BIRTH, this.#transaction))
      restoreRecord(this.#records, id, former, this.#transaction)
      if (isTwin) this.restored = true
      else this.#refuse(id, '', 'protected')
      return
    }
    const facets: unknown = this.#records.get(id)
    if (facets === undefined) return
    const code = this.#flawOfNew(id, facets)
    if (code) {
      this.#records.delete(id)
      this.#held.records -= 1
      this.#refuse(id, '', code)
    } else if (facets instanceof Y.Map) {
      this.#admitNew(id, facets)
    }
  }

  #flawOfNew(id: string, facets: unknown): RefusalCode | null {
    if (!(facets instanceof Y.Map) || facets._start !== null) return 'invalid'
    if (this.#held.records > RECORD_LIMITS.records) return 'too-large'
    for (const [key, value] of facets.entries()) {
      const flaw = flawOfFacet(key, value)
      if (flaw) return flaw
    }
    const flaw = flawOfRecord(id, facets)
    if (flaw) return flaw
    const { typeName } = facets.get(BIRTH) as BoardRecord
    return FACILITATORS_TYPES.has(typeName) && !this.#editor.rights.facilitate ? 'protected' : null
  }

  /** Says who made it; what the phase does not allow waits for a facilitator instead of being lost. */
  #admitNew(id: string, facets: FacetMap): void {
    const record = readFacets(facets)
    if (!record) return
    const { rights } = this.#editor
    if (record.typeName === 'shape' && record.meta?.['author'] !== this.#editor.id) this.#write(facets, AUTHOR, this.#editor.id)
    if (!rights.facilitate) {
      if (record.meta?.['lock'] !== undefined) this.#write(facets, LOCK, undefined)
      if (record.meta?.['parked'] !== undefined) this.#write(facets, PARKED, undefined)
      if (record.meta?.['cluster'] === 'settled') this.#write(facets, CLUSTER, 'suggested')
    }
    const code = refusalOf(rights, 'create', { own: true, locked: false, link: isLink(record), cluster: isCluster(record) })
    if (!code) return
    this.#write(facets, TOMBSTONE, true)
    this.#write(facets, PARKED, true)
    this.#refuse(id, '', code)
  }

  #checkFacets(id: string, keys: ReadonlySet<string>): void {
    const facets: unknown = this.#records.get(id)
    if (!(facets instanceof Y.Map)) return
    const target = this.#targetOf(facets)
    const kept: string[] = []
    for (const key of keys) {
      const code = this.#refusalOfFacet(facets, key, target)
      if (code) this.#restore(id, facets, key, code)
      else kept.push(key)
    }
    // A tombstone hides a record and never makes it invalid: what is broken can still be deleted.
    if (kept.every((key) => key === TOMBSTONE)) return
    const flaw = flawOfRecord(id, facets)
    if (flaw) for (const key of kept) this.#restore(id, facets, key, flaw)
  }

  #refusalOfFacet(facets: FacetMap, key: string, target: GuardedTarget): RefusalCode | null {
    const value: unknown = facets.get(key)
    const refusal = refusalOfFacet(this.#editor.rights, key, value, target)
    if (refusal === 'protected') return refusal
    // Undo of a first change removes the facet again; the record then reads as it was born.
    return (facets.has(key) ? flawOfFacet(key, value) : null) ?? refusal
  }

  #targetOf(facets: FacetMap): GuardedTarget {
    const birth = valueBefore(facets, BIRTH, this.#transaction) as BoardRecord | undefined
    return guardedTarget(this.#editor.id, birth, (facet) =>
      hadBefore(facets, facet, this.#transaction)
        ? valueBefore(facets, facet, this.#transaction)
        : birth?.meta?.[facet.slice('meta.'.length)],
    )
  }

  #restore(id: string, facets: FacetMap, key: string, code: RefusalCode): void {
    if (key === '') removeItems(facets, this.#transaction)
    else restoreFacet(facets, key, this.#transaction)
    this.#refuse(id, key, code)
  }

  #write(facets: FacetMap, key: string, value: unknown): void {
    facets.set(key, value)
    this.restored = true
  }

  #refuse(record: string, facet: string, code: RefusalCode): void {
    this.refused.push({ record, facet, code })
    this.restored = true
  }
}
