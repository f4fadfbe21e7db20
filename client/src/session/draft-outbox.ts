import type { OwnDraft } from '@remedyboard/shared/workshop/view'
import type { BoardSession } from './board-session.ts'
import type { CommandQueue, CommandRefusal } from './command-queue.ts'
import { newId } from './new-id.ts'
import { Cell, type Readable } from './readable.ts'
import { sessionQueue } from './session-queue.ts'
import { browserStore, type TextStore } from './text-store.ts'

/** A hidden note on its way to the server. */
export interface OutgoingDraft extends OwnDraft {
  phaseId: string
  /** names this change of the note, also after a reload: sent again, it is not written again (R45) */
  edit: string
  /** `waiting`: kept on this device until the server has it; `saved`: it has; `refused`: it did not want it, the text is still here */
  state: 'waiting' | 'saved' | 'refused'
  refusal?: CommandRefusal
  /** of one that is saved: the version of the view on which the server took it, where that is known */
  savedOn?: number | undefined
}

/** What survives a reload. */
interface Kept {
  notes: readonly Omit<OutgoingDraft, 'state'>[]
  /** text that nobody has added yet, by what it was written for */
  unfinished: Readonly<Record<string, string>>
}

/**
 * Hidden notes from the keyboard to the server. Nothing typed is lost: not by a reload, not without a connection, and not when the
 * step ends meanwhile. What the server has is no longer kept here, because others may use the same device.
 */
export class DraftOutbox {
  readonly #outgoing: Cell<readonly OutgoingDraft[]>
  readonly #unfinished: Cell<ReadonlyMap<string, string>>
  /** notes and phases that this page knows; what else the device keeps is another tab's */
  readonly #known = new Set<string>()
  readonly #queue: CommandQueue
  readonly #store: TextStore
  /** as far as the server has said */
  #view: { phaseId: string | null; drafts: readonly OwnDraft[]; version: number } | null = null
  /** the device took what it was last given */
  #isKept = true

  constructor(queue: CommandQueue, store: TextStore) {
    this.#queue = queue
    this.#store = store
    const kept = readKept(store)
    this.#unfinished = new Cell(new Map(Object.entries(kept.unfinished)))
    for (const key of this.#unfinished.get().keys()) this.#known.add(key)
    for (const note of kept.notes) this.#known.add(nameOf(note))
    this.#outgoing = new Cell(kept.notes.map((note): OutgoingDraft => ({ ...note, state: note.refusal ? 'refused' : 'waiting' })))
    for (const note of this.#outgoing.get()) if (note.state === 'waiting') this.#post(note)
  }

  get outgoing(): Readable<readonly OutgoingDraft[]> {
    return this.#outgoing
  }

  /** Writes or rewrites a note; an empty text takes it back. */
  write(phaseId: string, id: string, text: string): void {
    const note: OutgoingDraft = { phaseId, id, text: text.trim(), edit: newId(), state: 'waiting' }
    this.#set([...this.#without(note), note])
    this.#post(note)
  }

  /** Forgets a note that was refused, or one that the view shows by now. */
  forget(phaseId: string, id: string): void {
    this.#set(this.#without({ phaseId, id }))
  }

  /** Texts that were being written and that nobody has added yet, by what they were written for: a phase, or a note of one. */
  get unfinishedTexts(): Readable<ReadonlyMap<string, string>> {
    return this.#unfinished
  }

  /** The text that was being written for something when the page was left. */
  unfinished(target: string): string {
    return this.#unfinished.get().get(target) ?? ''
  }

  keepUnfinished(target: string, text: string): void {
    const next = new Map(this.#unfinished.get())
    if (text === '') next.delete(target)
    else next.set(target, text)
    this.#known.add(target)
    this.#unfinished.set(next)
    this.#keep()
  }

  /** The server's view has changed: what it says by now need not be remembered. */
  follow(phaseId: string | null, drafts: readonly OwnDraft[], version: number): void {
    this.#view = { phaseId, drafts, version }
    this.#forgetShown()
  }

  #forgetShown(): void {
    if (!this.#view) return
    const { phaseId, drafts, version } = this.#view
    // A view of a higher version that does not show a note knows that it was turned over or discarded meanwhile.
    const isOver = ({ savedOn = Infinity }: OutgoingDraft) => version > savedOn
    const isShown = (note: OutgoingDraft) =>
      note.phaseId !== phaseId || (drafts.find(({ id }) => id === note.id)?.text ?? '') === note.text || isOver(note)
    const left = this.#outgoing.get().filter((note) => note.state !== 'saved' || !isShown(note))
    if (left.length < this.#outgoing.get().length) this.#set(left)
  }

  #post(note: OutgoingDraft): void {
    const { phaseId, id, text, edit } = note
    const done = (refusal: CommandRefusal | null, savedOn?: number) => {
      if (!this.#outgoing.get().includes(note)) return
      const answered: OutgoingDraft = refusal === null ? { ...note, state: 'saved', savedOn } : { ...note, state: 'refused', refusal }
      // Taking back what is not there any more needs no words.
      const isGone = refusal !== null && text === ''
      this.#set(this.#outgoing.get().flatMap((each) => (each !== note ? [each] : isGone ? [] : [answered])))
      // The view may have been faster than the answer.
      this.#forgetShown()
    }
    this.#queue.put(`draft ${phaseId} ${id}`, { command: { type: 'write-draft', phaseId, id, text, edit }, isKept: this.#isKept, done })
  }

  #without({ phaseId, id }: Pick<OutgoingDraft, 'phaseId' | 'id'>): OutgoingDraft[] {
    return this.#outgoing.get().filter((note) => note.phaseId !== phaseId || note.id !== id)
  }

  #set(outgoing: readonly OutgoingDraft[]): void {
    for (const note of outgoing) this.#known.add(nameOf(note))
    this.#outgoing.set(outgoing)
    this.#keep()
  }

  #keep(): void {
    const notes = this.#outgoing.get().filter(({ state }) => state !== 'saved')
    const stored = readKept(this.#store)
    const othersTexts = Object.entries(stored.unfinished).filter(([target]) => !this.#known.has(target))
    const kept: Kept = {
      notes: [
        ...stored.notes.filter((note) => !this.#known.has(nameOf(note))),
        ...notes.map(({ phaseId, id, text, edit, refusal }) => ({ phaseId, id, text, edit, ...(refusal && { refusal }) })),
      ],
      unfinished: Object.fromEntries([...othersTexts, ...this.#unfinished.get()]),
    }
    const isEmpty = kept.notes.length === 0 && Object.keys(kept.unfinished).length === 0
    const words = isEmpty ? null : JSON.stringify(kept)
    this.#store.write(words)
    this.#isKept = this.#store.read() === words
  }
}

function nameOf({ phaseId, id }: Pick<OutgoingDraft, 'phaseId' | 'id'>): string {
  return `${phaseId} ${id}`
}

/** What a person sees as their own notes: what the server has, with what is on its way. */
export function ownNotes(
  phaseId: string,
  drafts: readonly OwnDraft[],
  outgoing: readonly OutgoingDraft[],
): (OwnDraft & { state: OutgoingDraft['state'] })[] {
  const mine = outgoing.filter((note) => note.phaseId === phaseId)
  const byId = new Map(mine.map((note) => [note.id, note]))
  const known = drafts.map((draft) => byId.get(draft.id) ?? { ...draft, state: 'saved' as const })
  const fresh = mine.filter(({ id }) => !drafts.some((draft) => draft.id === id))
  return [...known, ...fresh].filter(({ text }) => text !== '').map(({ id, text, state }) => ({ id, text, state }))
}

function readKept(store: TextStore): Kept {
  const empty: Kept = { notes: [], unfinished: {} }
  try {
    const kept = JSON.parse(store.read() ?? 'null') as Kept | null // written by `#keep`
    return kept && Array.isArray(kept.notes) && typeof kept.unfinished === 'object' ? kept : empty
  } catch {
    return empty
  }
}

const outboxes = new WeakMap<BoardSession, DraftOutbox>()

/** The one outbox of an open board: made on first use. */
export function draftOutbox(session: BoardSession): DraftOutbox {
  const known = outboxes.get(session)
  if (known) return known
  const outbox = new DraftOutbox(sessionQueue(session), browserStore(`remedyboard.drafts.${session.board.id}.${session.view.get().me.id}`))
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.view.subscribe(() => {
    const { phaseId, me, version } = session.view.get()
    outbox.follow(phaseId, me.drafts, version)
  })
  outboxes.set(session, outbox)
  return outbox
}
