import type { FacetMap } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { isCard } from '@remedyboard/shared/board/card'
import { BIRTH } from '@remedyboard/shared/board/facets'
import type { EditRights } from '@remedyboard/shared/board/permission'
import {
  isRemarkBirth,
  meTooId,
  readRemark,
  REMARK_LIMITS,
  RESOLVED,
  STAMP,
  type Remark,
  type RemarkStamp,
} from '@remedyboard/shared/board/remarks'
import type { RefusalCode, RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import * as Y from 'yjs'
import { isUnchanged, valueBefore } from './before.ts'
import { newKeys } from './held-keys.ts'
import { removeItems, restoreFacet, restoreRecord } from './restore.ts'
import type { Touched } from './touched-board.ts'

interface Scene {
  records: Y.Map<FacetMap>
  remarks: Y.Map<FacetMap>
  /** remarks of the board before this update; while it is looked at, with those that it brings */
  held: number
  editor: { id: string; name: string; rights: EditRights }
  transaction: Y.Transaction
  /** server ms */
  now: number
}

const CLIENTS_FACETS: ReadonlySet<string> = new Set([BIRTH, RESOLVED, STAMP])

/**
 * The guard's rules for remarks (R37): stamps who and when on what is new, keeps births as they are, and lets only the author and
 * facilitators delete. Runs inside the transaction that applied the update.
 */
export function guardRemarks(before: Scene, { whole, facets }: Touched): { refused: RefusedChange[]; restored: boolean } {
  const refused: RefusedChange[] = []
  let restored = false
  const scene = { ...before, held: before.held + newKeys(before.remarks, whole, before.transaction) }
  const refuse = (record: string, facet: string, code: RefusalCode) => void refused.push({ record, facet, code })
  for (const id of whole) if (checkWhole(scene, id, (code) => refuse(id, '', code))) restored = true
  for (const [id, keys] of facets) {
    if (whole.has(id)) continue
    for (const key of keys) checkFacet(scene, id, key, (code) => refuse(id, key, code))
  }
  return { refused, restored: restored || refused.length > 0 }
}

/** A remark that is new, gone or replaced. True when the server wrote something. */
function checkWhole(scene: Scene, id: string, refuse: (code: RefusalCode) => void): boolean {
  const { remarks, editor, transaction } = scene
  if (isUnchanged(remarks, id, transaction)) return false
  const before = valueBefore(remarks, id, transaction)
  const former = before instanceof Y.Map ? { facets: before as FacetMap, ...stateBefore(before as FacetMap, transaction) } : null
  const now: unknown = remarks.get(id)
  if (now === undefined) {
    if (!former || former.stamp?.author === editor.id || editor.rights.facilitate) return false
    restoreRecord(remarks, id, former.facets, transaction)
    refuse('not-yours')
    return true
  }
  const code = flawOfNew(scene, id, now)
  // Somebody's second tab may say the same "me too" before it hears of the first.
  if (code === null && (!former || former.kind === 'me-too')) {
    const facets = now as FacetMap // `flawOfNew` has checked it
    facets.set(STAMP, former?.stamp ?? { author: editor.id, name: editor.name, at: scene.now })
    return true
  }
  if (former) restoreRecord(remarks, id, former.facets, transaction)
  else {
    remarks.delete(id)
    scene.held -= 1
  }
  refuse(former ? 'protected' : (code ?? 'invalid'))
  return true
}

function flawOfNew({ records, held, editor }: Scene, id: string, facets: unknown): RefusalCode | null {
  if (!(facets instanceof Y.Map) || facets._start !== null) return 'invalid'
  for (const [key] of facets.entries()) if (!CLIENTS_FACETS.has(key)) return 'invalid'
  const birth: unknown = facets.get(BIRTH)
  if (!isRemarkBirth(id, birth) || !isSoundResolved(facets, birth.kind)) return 'invalid'
  const card: unknown = records.get(birth.card)
  const cardBirth: unknown = card instanceof Y.Map ? card.get(BIRTH) : undefined
  if (!cardBirth || !isCard(cardBirth as BoardRecord)) return 'invalid'
  if (birth.kind === 'me-too' && id !== meTooId(birth.card, editor.id)) return 'not-yours'
  if (held > REMARK_LIMITS.remarks) return 'too-large'
  const { rights } = editor
  return rights.facilitate || (birth.kind === 'comment' ? rights.comment : rights.react) ? null : 'phase'
}

function isSoundResolved(facets: FacetMap, kind: Remark['kind']): boolean {
  return !facets.has(RESOLVED) || (kind === 'comment' && typeof facets.get(RESOLVED) === 'boolean')
}

function checkFacet({ remarks, editor, transaction }: Scene, id: string, key: string, refuse: (code: RefusalCode) => void): void {
  const facets: unknown = remarks.get(id)
  // What was written into a remark that is gone is gone, too.
  if (!(facets instanceof Y.Map) || (key !== '' && isUnchanged(facets, key, transaction))) return
  const code = refusalOfFacet(facets, key, editor.rights, readRemark(id, facets))
  if (!code) return
  if (key === '') removeItems(facets, transaction)
  else restoreFacet(facets, key, transaction)
  refuse(code)
}

function refusalOfFacet(facets: FacetMap, key: string, rights: EditRights, remark: Remark | null): RefusalCode | null {
  if (key === BIRTH || key === STAMP) return 'protected'
  if (key !== RESOLVED || !remark || !isSoundResolved(facets, remark.kind)) return 'invalid'
  return rights.facilitate || rights.comment ? null : 'phase'
}

function stateBefore(facets: FacetMap, transaction: Y.Transaction): { kind?: unknown; stamp?: RemarkStamp } {
  const birth = valueBefore(facets, BIRTH, transaction) as { kind?: unknown } | undefined // passed the guard when it was written
  return { kind: birth?.kind, stamp: valueBefore(facets, STAMP, transaction) as RemarkStamp | undefined }
}
