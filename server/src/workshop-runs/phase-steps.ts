import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { BIRTH, TOMBSTONE } from '@remedyboard/shared/board/facets'
import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import type { Phase } from '@remedyboard/shared/workshop/state'
import type * as Y from 'yjs'
import type { ScriptedPerson } from './scripted-person.ts'
import { below, oneOf } from './seeded-random.ts'

/** One thing that somebody does; resolves when the server has it, or when it only waits for the connection. */
export type Step = () => Promise<void> | void

/** Hidden notes of one person when the phase sets no limit. */
const NOTES = 3

/** What one person does in a phase, as its permissions and its privacy ask. Chosen before, so that a seed tells all of it. */
export function stepsIn(phase: Phase, round: Round | null, person: ScriptedPerson): Step[] {
  const { random, number, device } = person
  const steps: Step[] = []
  const onAnyCard = (act: (id: string) => void): Step => {
    return () => {
      const id = oneOf(random, cardIds(device.doc))
      if (id !== undefined) act(id)
    }
  }
  if (isHidden(phase)) return [...writing(phase, person), signs(person)]
  if (round) return [...voting(round, person), signs(person)]
  for (const permission of phase.can) {
    const text = `${phase.id} ${number}`
    if (permission === 'add' || permission === 'edit') {
      steps.push(() => person.addCard(`${text} first`))
      steps.push(() => person.rewriteCard(oneOf(random, [...person.cards.keys()]) ?? '', `${text} again ${below(random, 1_000)}`))
    }
    if (permission === 'suggest' || permission === 'move' || permission === 'edit') steps.push(onAnyCard((id) => person.moveCard(id)))
    if (permission === 'comment') steps.push(onAnyCard((id) => person.comment(id, `${text} says`)))
    if (permission === 'react') steps.push(onAnyCard((id) => person.sayMeToo(id)))
    if (permission === 'link' || permission === 'edit') {
      steps.push(onAnyCard((from) => person.link(from, oneOf(random, cardIds(device.doc)) ?? from)))
    }
  }
  return [...steps, signs(person)]
}

export function isHidden({ privacy }: Phase): boolean {
  return privacy === 'hidden' || privacy === 'group'
}

/** What a hidden note says: whose it is can be told from it, and it occurs once. */
export function noteText(phaseId: string, author: number, note: number, version: number): string {
  return `SEALED-${phaseId}-${author}-${note}-${version}`
}

/** The authors (numbers) and phases of hidden notes that a text holds. */
export function notesIn(text: string): { phaseId: string; author: number; text: string }[] {
  return [...text.matchAll(/SEALED-(\w+)-(\d+)-\d+-\d+/g)].map(([found, phaseId = '', author]) => ({
    phaseId,
    author: Number(author),
    text: found,
  }))
}

/** Some notes, one of them written again, one taken back when there are several. */
function writing(phase: Phase, person: ScriptedPerson): Step[] {
  const { random, number } = person
  const count = 1 + below(random, Math.min(NOTES, phase.limits?.notes ?? NOTES))
  const write = (note: number, version: number, isEmpty = false): Step => {
    return async () => {
      const taken = await person.writeNote(phase.id, `n${note}`, isEmpty ? '' : noteText(phase.id, number, note, version))
      if (!taken) throw new Error(`a note of person ${number} was not taken`)
    }
  }
  const steps = Array.from({ length: count }, (_, note) => write(note, 0))
  if (random() < 0.5) steps.push(write(below(random, count), 1))
  if (count > 1 && random() < 0.5) steps.push(write(below(random, count), 2, true))
  return steps
}

/** A ballot, often another one, now and then none after all. */
function voting(round: Round, person: ScriptedPerson): Step[] {
  const { random } = person
  const cast = (marks: Marks): Step => {
    return () => person.cast(round.id, marks)
  }
  const steps = [cast(marksFor(round, person))]
  while (random() < 0.4) steps.push(cast(marksFor(round, person)))
  if (random() < 0.1) steps.push(cast({}))
  return steps
}

function marksFor({ kind, cards, budget, cap }: Round, { random }: ScriptedPerson): Marks {
  const marks: Record<string, number> = {}
  let left = kind === 'dots' ? budget : Infinity
  for (let i = 0; i < 8 && left > 0; i++) {
    const id = oneOf(random, cards)
    const mark = kind === 'dots' ? 1 + below(random, Math.min(cap, left)) : below(random, cap + 1)
    if (id === undefined || id in marks) continue
    marks[id] = mark
    left -= mark
  }
  return marks
}

function signs(person: ScriptedPerson): Step {
  const up = person.random() < 0.3
  return () => person.setHand(up)
}

/** Cards that anybody may move, in an order that is the same on every device. */
export function cardIds(doc: Y.Doc): string[] {
  const ids: string[] = []
  for (const [id, facets] of recordsOf(doc)) {
    // Not read as a whole: three hundred people look at a thousand cards each.
    const birth = facets.get(BIRTH) as BoardRecord // whatever is on the board has passed the server's guard
    if (birth.type === 'card' && birth.meta?.['lock'] !== true && facets.get(TOMBSTONE) !== true) ids.push(id)
  }
  return ids.sort()
}
