import { isClientRoot } from '@remedyboard/shared/board/board-document'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import type { Role } from '@remedyboard/shared/protocol/role'
import * as Y from 'yjs'
import { valueBefore } from './before.ts'
import type { CheckedUpdate } from './update-check.ts'

/** Who sends changes. */
export interface Editor {
  id: string
  role: Role
}

/** What became of an update. */
export interface Verdict {
  refused: readonly RefusedChange[]
  /** true when the server changed something back, so that the sender needs the outcome too */
  restored: boolean
}

type SharedType = Y.Transaction['changedParentTypes'] extends Map<infer Type, unknown> ? Type : never

/** Marks a transaction as a client's; `restored` is set before the document tells about the update. */
export interface GuardedOrigin<Author> {
  author: Author
  restored: boolean
}

/**
 * Applies a client's update and, in the same transaction, restores what the editor may not change: peers see only the net
 * outcome, and legitimate changes of the same update survive. Update bytes alone cannot tell what an update changes.
 */
export function applyGuarded(doc: Y.Doc, { update }: CheckedUpdate, editor: Editor, origin: GuardedOrigin<unknown>): Verdict {
  if (editor.role === 'viewer') return { refused: [{ record: '', facet: '', code: 'viewer' }], restored: false }
  const refused: RefusedChange[] = []
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update)
    // Without this Yjs takes our own writes for a clash of client ids and picks a new one each time.
    transaction.local = true
    for (const [type, keys] of transaction.changed) {
      const root = type._item === null ? rootName(doc, type) : undefined
      if (root === undefined || isClientRoot(root)) continue
      restoreRoot(type, keys, transaction)
      refused.push({ record: '', facet: '', code: 'protected' })
    }
    origin.restored = refused.length > 0
  }, origin)
  return { refused, restored: refused.length > 0 }
}

function rootName(doc: Y.Doc, type: SharedType): string | undefined {
  for (const [name, root] of doc.share) if (root === type) return name
  return undefined
}

function restoreRoot(type: SharedType, keys: ReadonlySet<string | null>, transaction: Y.Transaction): void {
  for (const key of keys) {
    if (key === null) removeNewItems(type, transaction)
    else if (type instanceof Y.Map) restoreKey(type, key, transaction)
    else type._map.get(key)?.delete(transaction)
  }
}

function restoreKey(map: Y.Map<unknown>, key: string, transaction: Y.Transaction): void {
  const before = valueBefore(map, key, transaction)
  if (before === undefined) map.delete(key)
  else map.set(key, before)
}

/** Sequences under a protected root have no place in a board. */
function removeNewItems(type: SharedType, transaction: Y.Transaction): void {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) item.delete(transaction)
}
