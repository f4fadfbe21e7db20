import type { BoardSession } from '../../session/board-session.ts'
import { reactionsOf } from '../../session/reactions.ts'
import { tallyReactions } from '../../session/tally-reactions.ts'
import { ReactionIcon } from '../../ui/ReactionIcon.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import './shown-reactions.css'

/** How the room reacts, on the wall: how many, without names. */
export function WallReactions({ session }: { session: BoardSession }) {
  const tallies = tallyReactions(useReadable(reactionsOf(session)))
  return (
    <ul className="wall-reactions" aria-hidden>
      {tallies.map(({ id, count }) => (
        <li key={id}>
          <ReactionIcon id={id} />
          <b className="tabular">{count}</b>
        </li>
      ))}
    </ul>
  )
}
