import type { ReactionId } from '@remedyboard/shared/protocol/reaction'
import { CircleQuestionMark, Heart, Laugh, Lightbulb, PartyPopper, ThumbsUp, type LucideIcon } from 'lucide-react'
import './reactions.css'

/** Drawn, not typed: cheap phones, projectors and Linux laptops have no emoji font, or one that looks like somebody else's. */
const ICONS: Readonly<Record<ReactionId, LucideIcon>> = {
  agree: ThumbsUp,
  love: Heart,
  applause: PartyPopper,
  laugh: Laugh,
  idea: Lightbulb,
  unsure: CircleQuestionMark,
}

/** A reaction as a picture. Its name must be said beside it. */
export function ReactionIcon({ id }: { id: ReactionId }) {
  const Icon = ICONS[id]
  return <Icon className={`reaction-icon reaction-${id}`} aria-hidden />
}
