import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import type { BoardSession } from './board-session.ts'
import type { CommandQueue, CommandRefusal } from './command-queue.ts'
import { newId } from './new-id.ts'
import { Cell, type Readable } from './readable.ts'
import { sessionQueue } from './session-queue.ts'
import { browserStore, type TextStore } from './text-store.ts'

/** One's own ballot as one sees it: at once, and with whether the server has it. */
export interface OwnBallot {
  marks: Marks
  state: 'none' | 'saving' | 'saved' | 'refused'
  refusal?: CommandRefusal
}

const NONE: OwnBallot = { marks: {}, state: 'none' }

/** The marks with one changed; null leaves the card out. Whatever the round does not allow leaves them as they were. */
export function withMark(round: Round, marks: Marks, cardId: string, mark: number | null): Marks {
  const { [cardId]: before, ...others } = marks
  if (mark === null || (round.kind === 'dots' && mark === 0)) return before === undefined ? marks : others
  if (mark < 0 || mark > round.cap || mark === before || !round.cards.includes(cardId)) return marks
  const next = { ...marks, [cardId]: mark }
  return round.kind === 'dots' && spent(next) > round.budget ? marks : next
}

/** Dots that were given. */
export function spent(marks: Marks): number {
  return Object.values(marks).reduce((sum, mark) => sum + mark, 0)
}

/** What survives a reload: a ballot of which this device does not know that the server has it. */
interface KeptBallot {
  roundId: string
  marks: Marks
  /** names this change of the ballot: sent again after the close, it is answered as it was the first time (R46) */
  edit: string
}

/**
 * One's own ballot of the open round, from the tap to the server. Each change sends the whole ballot. Until the server has answered it
 * is kept on this device, and not a moment longer: nobody is to find out there who voted for what.
 */
export class BallotBox {
  readonly #own: Cell<OwnBallot>
  readonly #late = new Cell<string | null>(null)
  readonly #queue: CommandQueue
  readonly #store: TextStore
  #roundId: string | null = null
  /** of an earlier visit, until the server has said which round is open now */
  #kept: KeptBallot | null
  /** the change that is on its way or was answered last; null = none was made here */
  #newest: KeptBallot | null = null
  /** what views that were made before the newest change may still show; empty once one has shown that */
  #older: Marks[] = []
  /** a change that a view has shown, whatever its answer says */
  #counted: KeptBallot | null = null

  constructor(queue: CommandQueue, store: TextStore, round: Round | null, ballot: Marks | null) {
    this.#queue = queue
    this.#store = store
    this.#own = new Cell(NONE)
    this.#kept = readKept(store)
    this.#show(round, ballot)
    this.#goOn(round)
  }

  get own(): Readable<OwnBallot> {
    return this.#own
  }

  /** The server cannot be reached now: the ballot waits here. */
  get stuck(): Readable<boolean> {
    return this.#queue.stuck
  }

  /** The last round whose close did not count one's last change, as far as this device knows; null = none. */
  get late(): Readable<string | null> {
    return this.#late
  }

  cast(roundId: string, marks: Marks): void {
    const before = this.#own.get().marks
    if (marks === before) return
    this.#older.push(before)
    const change: KeptBallot = { roundId, marks, edit: newId() }
    this.#newest = change
    this.#own.set({ marks, state: 'saving' })
    this.#send(change)
  }

  /** The server's view has changed. What is on its way here is newer than what the server knows. */
  follow(round: Round | null, ballot: Marks | null): void {
    this.#show(round, ballot)
    this.#goOn(round)
    const kept = this.#kept
    if (kept === null) return
    // It is about a round that closed while nobody was here: only the server knows whether it was counted.
    this.#kept = null
    this.#send(kept)
  }

  #send(change: KeptBallot): void {
    const kept = JSON.stringify(change)
    this.#store.write(kept)
    const { roundId, marks, edit } = change
    this.#queue.put(`ballot ${roundId}`, {
      command: { type: 'cast-ballot', roundId, marks, edit },
      isKept: this.#store.read() === kept,
      done: (refusal) => this.#onAnswer(change, refusal),
    })
  }

  #onAnswer(change: KeptBallot, refusal: CommandRefusal | null): void {
    this.#forget(change)
    if (change.roundId === this.#roundId) {
      if (change !== this.#newest || this.#own.get().state !== 'saving') return
      const { marks } = change
      this.#own.set(refusal === null ? { marks, state: 'saved' } : { marks, state: 'refused', refusal })
    } else if (refusal !== null && change !== this.#counted) this.#late.set(change.roundId)
  }

  #show(round: Round | null, ballot: Marks | null): void {
    const { state } = this.#own.get()
    const former = this.#roundId
    this.#roundId = round?.id ?? null
    if (former !== this.#roundId) {
      if (state === 'refused') this.#late.set(former)
      this.#settle(ballot)
    } else this.#compare(ballot)
  }

  /** A view of the same round. */
  #compare(ballot: Marks | null): void {
    const { state, marks } = this.#own.get()
    const said = ballot ?? {}
    const isOlder = this.#older.some((each) => sameMarks(each, said))
    if (sameMarks(said, marks)) {
      // Given, taken back and given again: this may be the first of them.
      if (isOlder && state !== 'saved') return
      if (this.#newest) {
        this.#counted = this.#newest
        this.#forget(this.#newest)
      }
      this.#settle(ballot)
    } else if (state === 'saving') this.#older.push(said)
    else if (state !== 'refused' && !isOlder) this.#settle(ballot)
  }

  /** Shows what the server has. */
  #settle(ballot: Marks | null): void {
    this.#newest = null
    this.#older = []
    const { state, marks } = this.#own.get()
    if (ballot === null) this.#own.set(NONE)
    else if (state !== 'saved' || !sameMarks(ballot, marks)) this.#own.set({ marks: ballot, state: 'saved' })
  }

  /** Takes a change that needs not be sent any more off this device. */
  #forget(change: KeptBallot): void {
    // Another tab's ballot may wait there by now.
    if (this.#store.read() === JSON.stringify(change)) this.#store.write(null)
  }

  /** Sends what an earlier visit could not, if it can still be sent. */
  #goOn(round: Round | null): void {
    const kept = this.#kept
    if (kept === null || kept.roundId !== round?.id) return
    this.#kept = null
    const shown = this.#own.get().marks
    if (sameMarks(shown, kept.marks)) {
      // It had arrived; only its answer had not.
      this.#counted = kept
    } else {
      this.#older.push(shown)
      this.#newest = kept
      this.#own.set({ marks: kept.marks, state: 'saving' })
    }
    this.#send(kept)
  }
}

function readKept(store: TextStore): KeptBallot | null {
  try {
    const kept = JSON.parse(store.read() ?? 'null') as Partial<KeptBallot> | null // written by `#send`
    if (typeof kept?.roundId !== 'string' || typeof kept.marks !== 'object') return null
    return { roundId: kept.roundId, marks: kept.marks, edit: kept.edit ?? newId() }
  } catch {
    return null
  }
}

function sameMarks(a: Marks, b: Marks): boolean {
  const cards = Object.keys(a)
  return cards.length === Object.keys(b).length && cards.every((cardId) => a[cardId] === b[cardId])
}

const boxes = new WeakMap<BoardSession, BallotBox>()

/** The one ballot box of an open board: made on first use. */
export function ballotBox(session: BoardSession): BallotBox {
  const known = boxes.get(session)
  if (known) return known
  const { round, me } = session.view.get()
  const store = browserStore(`remedyboard.ballot.${session.board.id}.${me.id}`)
  const box = new BallotBox(sessionQueue(session), store, round, me.ballot)
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.view.subscribe(() => {
    const view = session.view.get()
    box.follow(view.round, view.me.ballot)
  })
  boxes.set(session, box)
  return box
}
