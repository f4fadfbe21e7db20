import { REACTIONS, type ReactionId } from '@remedyboard/shared/protocol/reaction'
import { ReactionIcon } from './ReactionIcon.tsx'

interface ReactionButtonsProps {
  /** accessible name of the row */
  label: string
  nameOf: (id: ReactionId) => string
  onReact: (id: ReactionId) => void
}

/** All reactions, one press each; pressed again they come again. */
export function ReactionButtons({ label, nameOf, onReact }: ReactionButtonsProps) {
  return (
    <div className="reaction-buttons" role="group" aria-label={label}>
      {REACTIONS.map((id) => (
        <button key={id} type="button" className="reaction-button" onClick={() => onReact(id)}>
          <ReactionIcon id={id} />
          <span>{nameOf(id)}</span>
        </button>
      ))}
    </div>
  )
}
