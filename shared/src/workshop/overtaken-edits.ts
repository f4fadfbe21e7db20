import { rowsUnder, sealedKey, type SealedOp, type SealedRows } from './sealed.ts'

/** What was changed: hidden notes of a phase, or the ballot of a round. */
type Kind = 'draft' | 'ballot'

/** Names that are kept of one person in one phase or round: far more than can be on their way at once. */
const MAX_NAMES = 10

/**
 * Random names of somebody's changes (`edit` of a command) that later ones of theirs overtook or took back. A device that never heard
 * its answer sends the old change once more: it must not undo the new one. Rows of their own, with neither words nor marks; they are
 * erased together with what they belong to.
 *
 * @param owner participantId, or the voter of a proxy ballot
 * @param scope id of the phase or round
 */
export function overtakenEdits(rows: SealedRows, kind: Kind, scope: string, owner: string): readonly string[] {
  return namesIn(rows.get(editsKey(kind, scope, owner)))
}

/** The same of everybody, sorted, so that nothing tells whose they are. */
export function allOvertakenEdits(rows: SealedRows, kind: Kind, scope: string): readonly string[] {
  return rowsUnder(rows, overtakenPrefix(kind, scope))
    .flatMap(([, value]) => namesIn(value))
    .sort()
}

/** What remembers some more; nothing when there are none. */
export function noteOvertaken(
  rows: SealedRows,
  kind: Kind,
  scope: string,
  owner: string,
  names: readonly (string | undefined)[],
): SealedOp[] {
  const known = overtakenEdits(rows, kind, scope, owner)
  const added = names.filter((name) => name !== undefined && !known.includes(name))
  if (added.length === 0) return []
  const value = [...known, ...new Set(added)].flatMap((name) => name ?? []).slice(-MAX_NAMES)
  return [{ op: 'put', key: editsKey(kind, scope, owner), value }]
}

/** What forgets those of everybody, or of one person; nothing when there are none. */
export function forgetOvertaken(rows: SealedRows, kind: Kind, scope: string, owner?: string): SealedOp[] {
  const prefix = owner === undefined ? overtakenPrefix(kind, scope) : editsKey(kind, scope, owner)
  return rowsUnder(rows, prefix).length > 0 ? [{ op: 'erase', prefix }] : []
}

function editsKey(kind: Kind, scope: string, owner: string): string {
  return sealedKey(`${kind}-edits`, scope, owner)
}

function overtakenPrefix(kind: Kind, scope: string): string {
  return sealedKey(`${kind}-edits`, scope)
}

function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}
