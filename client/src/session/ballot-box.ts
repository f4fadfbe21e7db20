import type { Marks, Round } from '@remedyboard/shared/workshop/round'
import type { BoardSession } from './board-session.ts'
import { CommandQueue, type CommandRefusal } from './command-queue.ts'
import { Cell, type Readable } from './readable.ts'

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

/** One's own ballot of the open round, from the tap to the server. Each change sends the whole ballot. */
export class BallotBox {
  readonly #own: Cell<OwnBallot>
  readonly #queue: CommandQueue
  #roundId: string | null = null

  constructor(queue: CommandQueue, round: Round | null, ballot: Marks | null) {
    this.#queue = queue
    this.#own = new Cell(NONE)
    this.follow(round, ballot)
  }

  get own(): Readable<OwnBallot> {
    return this.#own
  }

  /** The server cannot be reached now: the ballot waits here. */
  get stuck(): Readable<boolean> {
    return this.#queue.stuck
  }

  cast(roundId: string, marks: Marks): void {
    if (marks === this.#own.get().marks) return
    const cast: OwnBallot = { marks, state: 'saving' }
    this.#own.set(cast)
    this.#queue.put(`ballot ${roundId}`, { type: 'cast-ballot', roundId, marks }, (refusal) => {
      if (this.#own.get() === cast) this.#own.set(refusal === null ? { marks, state: 'saved' } : { marks, state: 'refused', refusal })
    })
  }

  /** The server's view has changed. What is on its way here is newer than what the server knows. */
  follow(round: Round | null, ballot: Marks | null): void {
    const isNew = this.#roundId !== (round?.id ?? null)
    this.#roundId = round?.id ?? null
    if (isNew) this.#own.set(ballot ? { marks: ballot, state: 'saved' } : NONE)
    else if (this.#own.get().state !== 'saving' && ballot && !sameMarks(ballot, this.#own.get().marks)) {
      this.#own.set({ marks: ballot, state: 'saved' })
    }
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
  const box = new BallotBox(queue, round, me.ballot)
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
