import { boardMapping } from './board-mapping.ts'
import type { BoardSession } from './board-session.ts'
import { boardVotes } from './board-votes.ts'
import { Cell, type Readable } from './readable.ts'

/** What cards say about votes. */
export interface ShownVotes {
  /** cards of the open round */
  open: ReadonlySet<string>
  /** totals by card; empty while nobody wants to see them */
  totals: ReadonlyMap<string, number>
}

/** What cards say, and whether totals are wanted on this device. */
export interface VotesOnCards {
  readonly shown: Readable<ShownVotes>
  readonly wanted: Readable<boolean>
  want(wanted: boolean): void
}

const NOTHING: ShownVotes = { open: new Set(), totals: new Map() }

const known = new WeakMap<BoardSession, VotesOnCards>()

/** The one of an open board: made on first use. */
export function votesOnCards(session: BoardSession): VotesOnCards {
  const made = known.get(session)
  if (made) return made
  const wanted = new Cell(true)
  const shown = new Cell(NOTHING)
  const { graph } = boardMapping(session)
  let results: unknown
  let round: unknown
  let targets: unknown
  const follow = () => {
    const view = session.view.get()
    // A view comes four times a second, and most change nothing here.
    if (view.results === results && view.round?.id === round && graph.get().targets === targets) return
    results = view.results
    round = view.round?.id
    targets = graph.get().targets
    show()
  }
  const show = () => {
    const totals = wanted.get() ? boardVotes(session) : NOTHING.totals
    shown.set({ open: new Set(session.view.get().round?.cards), totals })
  }
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.view.subscribe(follow)
  graph.subscribe(follow)
  follow()
  const votes: VotesOnCards = {
    shown,
    wanted,
    want(next) {
      wanted.set(next)
      show()
    },
  }
  known.set(session, votes)
  return votes
}
