import { recordsOf, remarksOf } from '@remedyboard/shared/board/board-document'
import { readRecord } from '@remedyboard/shared/board/facets'
import { readRemark } from '@remedyboard/shared/board/remarks'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { ballotsOf, draftsOf } from '@remedyboard/shared/workshop/sealed'
import * as Y from 'yjs'
import type { LoadedBoard } from '../room/load-board.ts'
import { notesIn } from './phase-steps.ts'
import type { Promised } from './promised.ts'
import type { ScriptedPerson } from './scripted-person.ts'

/** What is missing of what the server promised, in words. Empty when it kept all of it. */
export interface Losses {
  /** acknowledged and gone */
  promised: string[]
  /** told to somebody and gone */
  seen: string[]
  /** hidden notes that are on the board more than once */
  twice: string[]
}

export interface Watched {
  people: readonly ScriptedPerson[]
  /** phases whose notes are being turned over, or were */
  revealing: ReadonlySet<string>
  /** of the last phase */
  lastMinutes: Promised<number>
}

/** Compares a board as it is stored with what people were promised and shown. */
export function lossesOf(board: LoadedBoard, { people, revealing, lastMinutes }: Watched): Losses {
  const losses: Losses = { promised: [], seen: [], twice: [] }
  const { doc, workshop, sealed } = board
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc))
  const onBoard = notesOn(doc)
  for (const [text, count] of onBoard) if (count > 1) losses.twice.push(text)
  const { minutes = 0 } = workshop.agenda.at(-1) ?? {}
  if (!lastMinutes.allows(minutes)) losses.promised.push(`the last phase takes ${minutes} minutes`)
  for (const person of people) {
    const { device, id, number, promised } = person
    const lost = (what: string): void => void losses.promised.push(`person ${number}: ${what}`)
    const known = workshop.people[id]
    if (!known) lost('is not on the roster')
    else if (!person.name.allows(known.name) || !person.role.allows(known.role)) lost(`is ${known.role} and called ${known.name}`)
    for (const { clientId, clock } of promised) if ((clocks.get(clientId) ?? 0) < clock) lost(`changes up to ${clock}`)
    for (const [clientId, clock] of Y.decodeStateVector(Y.encodeStateVector(device.doc))) {
      const isOwn = clientId === device.doc.clientID || promised.some((own) => own.clientId === clientId)
      if (!isOwn && (clocks.get(clientId) ?? 0) < clock) losses.seen.push(`person ${number}: changes of ${clientId} up to ${clock}`)
    }
    if ((device.view?.version ?? 0) > workshop.version) losses.seen.push(`person ${number}: version ${device.view?.version}`)
    for (const note of person.notes.values()) {
      const found = draftsOf(sealed, note.phaseId).find((draft) => draft.author === id && draft.id === note.id)?.text ?? ''
      if (note.text.allows(found)) continue
      const isTurnedOver = revealing.has(note.phaseId) && found === '' && [...onBoard.keys()].some((text) => note.text.allows(text))
      if (!isTurnedOver) lost(`note ${note.phaseId}/${note.id} is "${found}" instead of "${note.text.acknowledged}"`)
    }
    for (const [roundId, ballot] of person.ballots) {
      if (workshop.results.some((result) => result.id === roundId)) continue
      const found = ballotsOf(sealed, roundId).get(id)?.marks ?? null
      if (!ballot.allows(found)) lost(`ballot of ${roundId}`)
    }
    if (!person.hand.allows(workshop.hands.includes(id))) lost('raised hand')
    if (person.ready.run === workshop.phaseRun && !person.ready.said.allows(workshop.ready.includes(id))) lost('is ready')
  }
  return losses
}

/** How often each hidden note is on the board. */
export function notesOn(doc: Y.Doc): Map<string, number> {
  const counts = new Map<string, number>()
  for (const facets of recordsOf(doc).values()) {
    const text = readRecord(facets)?.props?.['text']
    for (const note of typeof text === 'string' ? notesIn(text) : []) counts.set(note.text, (counts.get(note.text) ?? 0) + 1)
  }
  return counts
}

/** What a result says that its voters did not: written without the engine's own counting. */
export function miscounted(result: RoundResult, people: readonly ScriptedPerson[]): string[] {
  const ballots = people.map(({ ballots: cast }) => cast.get(result.id)?.acknowledged ?? null).filter((marks) => marks !== null)
  const wrong: string[] = []
  if (result.ballots !== ballots.length) wrong.push(`${result.id}: ${result.ballots} ballots, ${ballots.length} were cast`)
  for (const { cardId, total } of result.items) {
    const given = ballots.reduce((sum, marks) => sum + (marks[cardId] ?? 0), 0)
    if (total !== given) wrong.push(`${result.id}: ${cardId} has ${total}, ${given} were given`)
  }
  return wrong
}

/** Everything that a copy of the board shows, the same for copies that say the same. */
export function boardAsText(doc: Y.Doc): string {
  const records = [...recordsOf(doc)].map(([id, facets]): [string, unknown] => [id, readRecord(facets)])
  const remarks = [...remarksOf(doc)].map(([id, facets]): [string, unknown] => [id, readRemark(id, facets)])
  return JSON.stringify([...records, ...remarks].sort(([a], [b]) => (a < b ? -1 : 1)))
}
