import { addMerged } from '@remedyboard/shared/mapping/merge'
import { votesOf } from '@remedyboard/shared/workshop/votes-of'
import { boardMapping } from './board-mapping.ts'
import type { BoardSession } from './board-session.ts'

/** Votes by card as everybody knows them now; those of merged cards count for the one they were merged into. */
export function boardVotes(session: BoardSession): ReadonlyMap<string, number> {
  return addMerged(votesOf(session.view.get().results), boardMapping(session).graph.get())
}
