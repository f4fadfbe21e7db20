import type { BoardSession } from '../../session/board-session.ts'
import { ReactionIcon } from '../../ui/ReactionIcon.tsx'
import './shown-reactions.css'
import { usePersonReaction } from './use-person-reaction.ts'

/** What somebody shows now, on their disc. For the eye only: it is read aloud as a count. */
export function PersonReaction({ session, personId }: { session: BoardSession; personId: string }) {
  const id = usePersonReaction(session, personId)
  return (
    id && (
      <span key={id} className="person-reaction" aria-hidden>
        <ReactionIcon id={id} />
      </span>
    )
  )
}
