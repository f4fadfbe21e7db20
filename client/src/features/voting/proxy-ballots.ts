import type { Marks } from '@remedyboard/shared/workshop/round'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'

/** A ballot that a facilitator handed in on this page for somebody without a device. */
export interface ProxyBallot {
  /** its name for the server: the same ballot again replaces it there */
  id: string
  /** for the facilitator alone */
  name: string
  marks: Marks
  /** false: it was sent, and nobody knows whether it arrived */
  isIn: boolean
}

/** Ballots of one round, in the order in which they were handed in. */
interface Handed {
  roundId: string | null
  ballots: readonly ProxyBallot[]
}

/** The list with one ballot new or changed in its place. */
export function withBallot(ballots: readonly ProxyBallot[], ballot: ProxyBallot): readonly ProxyBallot[] {
  return ballots.some(({ id }) => id === ballot.id) ? ballots.map((each) => (each.id === ballot.id ? ballot : each)) : [...ballots, ballot]
}

const known = new WeakMap<BoardSession, Cell<Handed>>()

/** Names and marks leave with the page, and with the round: nobody is to find out there who voted for what. */
export function proxyBallots(session: BoardSession): Cell<Handed> {
  const made = known.get(session)
  if (made) return made
  const openRound = () => session.view.get().round?.id ?? null
  const cell = new Cell<Handed>({ roundId: openRound(), ballots: [] })
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.view.subscribe(() => {
    if (openRound() !== cell.get().roundId) cell.set({ roundId: openRound(), ballots: [] })
  })
  known.set(session, cell)
  return cell
}
