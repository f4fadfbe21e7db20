import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import type { BoardSession } from './board-session.ts'
import { CommandQueue, type CommandRefusal } from './command-queue.ts'
import { Cell, type Readable } from './readable.ts'
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

/** What survives a reload: a ballot that the server does not have yet. */
interface KeptBallot {
  roundId: string
  marks: Marks
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

  /** The last round that closed before one's last change of it arrived; null = none did. */
  get late(): Readable<string | null> {
    return this.#late
  }

  cast(roundId: string, marks: Marks): void {
    if (marks === this.#own.get().marks) return
    const cast: OwnBallot = { marks, state: 'saving' }
    const kept = JSON.stringify({ roundId, marks } satisfies KeptBallot)
    this.#own.set(cast)
    this.#store.write(kept)
    this.#queue.put(`ballot ${roundId}`, { type: 'cast-ballot', roundId, marks }, (refusal) => {
      // Another tab's ballot may wait there by now.
      if (this.#store.read() === kept) this.#store.write(null)
      if (this.#own.get() === cast) this.#own.set(refusal === null ? { marks, state: 'saved' } : { marks, state: 'refused', refusal })
      else if (refusal !== null && this.#roundId !== roundId) this.#late.set(roundId)
    })
  }

  /** The server's view has changed. What is on its way here is newer than what the server knows. */
  follow(round: Round | null, ballot: Marks | null): void {
    this.#show(round, ballot)
    this.#goOn(round)
    if (this.#kept === null) return
    // It is about a round that closed while nobody was here.
    this.#late.set(this.#kept.roundId)
    this.#kept = null
    this.#store.write(null)
  }

  #show(round: Round | null, ballot: Marks | null): void {
    const { state, marks } = this.#own.get()
    const former = this.#roundId
    this.#roundId = round?.id ?? null
    if (former !== this.#roundId) {
      if (state === 'refused') this.#late.set(former)
      this.#own.set(ballot ? { marks: ballot, state: 'saved' } : NONE)
    } else if (state !== 'saving' && ballot && !sameMarks(ballot, marks)) {
      this.#own.set({ marks: ballot, state: 'saved' })
    }
  }

  /** Sends what an earlier visit could not, if it can still be sent. */
  #goOn(round: Round | null): void {
    const kept = this.#kept
    if (kept === null || kept.roundId !== round?.id) return
    this.#kept = null
    this.cast(kept.roundId, kept.marks)
  }
}

function readKept(store: TextStore): KeptBallot | null {
  try {
    const kept = JSON.parse(store.read() ?? 'null') as KeptBallot | null // written by `cast`
    return typeof kept?.roundId === 'string' && typeof kept.marks === 'object' ? kept : null
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
  const queue = new CommandQueue((command) => session.send(command))
  const { round, me } = session.view.get()
  const store = browserStore(`remedyboard.ballot.${session.board.id}.${me.id}`)
  const box = new BallotBox(queue, store, round, me.ballot)
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.status.subscribe(() => {
    const { state } = session.status.get()
    if (state === 'saved' || state === 'saving') queue.tryNow()
  })
  session.view.subscribe(() => {
    const view = session.view.get()
    box.follow(view.round, view.me.ballot)
  })
  boxes.set(session, box)
  return box
}
