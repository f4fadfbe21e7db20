import type { DraftOutbox, OutgoingDraft } from './draft-outbox.ts'
import { targetName } from './writing-target.ts'

/** Words of one's own that no field shows. `why`: the note came too late for its step, was not taken, or was never finished. */
export interface LeftText {
  key: string
  text: string
  why: 'late' | 'notTaken' | 'unfinished'
  /** Its author has used it, or does not want it any more. */
  forget: () => void
}

interface Desk {
  phaseId: string | null
  outgoing: readonly OutgoingDraft[]
  /** what was being written, by the name of what it is for */
  kept: ReadonlyMap<string, string>
  /** whether what a name stands for can be written on where it belongs */
  isShown: (name: string) => boolean
}

type Forgets = Pick<DraftOutbox, 'forget' | 'keepUnfinished'>

/** Words that would be lost to their author: notes that were refused, and texts whose field is gone with its step, its card or a right. */
export function leftTexts(outbox: Forgets, { phaseId, outgoing, kept, isShown }: Desk): LeftText[] {
  const refused = outgoing.filter((note) => note.state === 'refused' && note.text !== '' && !isShown(targetName({ ...note, kind: 'note' })))
  const unfinished = [...kept].filter(([name, text]) => text.trim() !== '' && !isShown(name))
  return [
    ...refused.map(({ phaseId: step, id, text }): LeftText => {
      return { key: `${step} ${id}`, text, why: step === phaseId ? 'notTaken' : 'late', forget: () => outbox.forget(step, id) }
    }),
    ...unfinished.map(([name, text]): LeftText => {
      return { key: name, text, why: 'unfinished', forget: () => outbox.keepUnfinished(name, '') }
    }),
  ]
}

/** The name of the field of the step that runs, when it is there and nothing is being written in it: left words may go on there. */
export function freeField({ phaseId, kept, isShown }: Omit<Desk, 'outgoing'>): string | null {
  const field = targetName({ kind: 'new', phaseId })
  return isShown(field) && (kept.get(field) ?? '').trim() === '' ? field : null
}
