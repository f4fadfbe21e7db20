import type { Json } from '../board/board-record.ts'
import type { Marks } from './round.ts'

/**
 * What only its author may see until its purpose ends: hidden notes and ballots. Never changed in place. Rows by key, beside the event log and never in
 * it, nor in the document, a snapshot, a version or an export. Erased for good when revealed, closed or discarded.
 */
export type SealedRows = ReadonlyMap<string, Json>

/** A change to the sealed rows. Keys end with a slash, so that no key is the beginning of another one's name. */
export type SealedOp = { op: 'put'; key: string; value: Json } | { op: 'erase'; prefix: string }

/** A hidden note. It has no time: when somebody wrote could tell who. */
export interface Draft {
  id: string
  /** participantId */
  author: string
  text: string
  /** the change that made it what it is, as its author's device calls it */
  edit?: string
}

/** What somebody gave in a round. */
export interface Ballot {
  marks: Marks
  /** the change that made it what it is, as its voter's device calls it */
  edit?: string
}

/** What ids inside of keys may look like. */
export const SEALED_ID = /^[\w~-]{1,64}$/

const PROXY = 'proxy~'

export function draftKey(phaseId: string, author: string, draftId: string): string {
  return sealedKey('draft', phaseId, author, draftId)
}

export function draftsPrefix(phaseId: string): string {
  return sealedKey('draft', phaseId)
}

/** How a draft is kept. */
export function draftValue(text: string, edit: string | undefined): Json {
  return edit === undefined ? text : { text, edit }
}

export function ballotKey(roundId: string, voter: string): string {
  return sealedKey('ballot', roundId, voter)
}

/** How a ballot is kept. */
export function ballotValue(marks: Marks, edit: string | undefined): Json {
  return edit === undefined ? marks : { marks, edit }
}

export function ballotsPrefix(roundId: string): string {
  return sealedKey('ballot', roundId)
}

/** The voter of a ballot that a facilitator casts for somebody; no participantId looks like it. */
export function proxyVoter(name: string): string {
  return PROXY + name
}

/** What was read of rows that nobody changes any more: everybody's view asks for the same. */
const read = new WeakMap<SealedRows, Map<string, readonly Draft[]>>()

/** Hidden notes of a phase, in the order of their keys. */
export function draftsOf(rows: SealedRows, phaseId: string): readonly Draft[] {
  let byPhase = read.get(rows)
  if (!byPhase) read.set(rows, (byPhase = new Map()))
  let drafts = byPhase.get(phaseId)
  if (!drafts) byPhase.set(phaseId, (drafts = readDrafts(rows, phaseId)))
  return drafts
}

function readDrafts(rows: SealedRows, phaseId: string): Draft[] {
  const drafts: Draft[] = []
  for (const [name, value] of rowsUnder(rows, draftsPrefix(phaseId))) {
    const [, , author, id] = name.split('/')
    const written = readDraft(value)
    if (author !== undefined && id !== undefined && written) drafts.push({ id, author, ...written })
  }
  return drafts
}

/** The words of a row, with the change that made them; null when it holds none. */
function readDraft(value: Json): Pick<Draft, 'text' | 'edit'> | null {
  if (typeof value === 'string') return { text: value }
  if (typeof value !== 'object' || value === null || !('text' in value)) return null
  const { text, edit } = value
  return typeof text === 'string' && typeof edit === 'string' ? { text, edit } : null
}

/** Ballots of a round by voter. */
export function ballotsOf(rows: SealedRows, roundId: string): Map<string, Ballot> {
  const ballots = new Map<string, Ballot>()
  for (const [name, value] of rowsUnder(rows, ballotsPrefix(roundId))) {
    const voter = name.split('/')[2]
    const ballot = readBallot(value)
    if (voter !== undefined && ballot) ballots.set(voter, ballot)
  }
  return ballots
}

/** The ballot of a row; null when it holds none. */
export function readBallot(value: Json | undefined): Ballot | null {
  if (typeof value !== 'object' || value === null) return null
  // Rows are written through `decide` only. Those without a name are the marks themselves: there each value is a number.
  const { marks, edit } = value as { marks?: Json; edit?: Json }
  return typeof edit === 'string' ? { marks: marks as Marks, edit } : { marks: value as Marks }
}

export function isProxy(voter: string): boolean {
  return voter.startsWith(PROXY)
}

/** What erases everything that somebody wrote and cast. */
export function eraseOf(rows: SealedRows, participantId: string): SealedOp[] {
  return [...rows.keys()].filter((name) => name.split('/')[2] === participantId).map((prefix) => ({ op: 'erase', prefix }))
}

/** The rows after a change; the given ones stay as they are. */
export function withSealed(rows: SealedRows, ops: readonly SealedOp[]): SealedRows {
  const next = new Map(rows)
  for (const change of ops) {
    if (change.op === 'put') next.set(change.key, change.value)
    else for (const name of rowsUnder(next, change.prefix).map(([found]) => found)) next.delete(name)
  }
  return next
}

/** Rows whose keys begin like this, in the order of their keys. */
export function rowsUnder(rows: SealedRows, prefix: string): [string, Json][] {
  return [...rows].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The key of a row: a kind, what it belongs to, and whose it is. */
export function sealedKey(...parts: string[]): string {
  return `${parts.join('/')}/`
}
