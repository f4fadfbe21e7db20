import type { CardKind } from '@remedyboard/shared/board/card'
import type { Phase } from '@remedyboard/shared/workshop/state'

/** What people write in an area of the templates, the usual kind first. */
const KINDS: Readonly<Record<string, readonly CardKind[]>> = {
  dilemmas: ['dilemma'],
  local: ['dilemma'],
  remedies: ['remedy'],
  actors: ['stakeholder'],
  plan: ['action'],
  gaps: ['action', 'note'],
  map: ['remedy', 'dilemma', 'action'],
  timeline: ['evidence', 'note'],
}

/** Kinds of cards that a phone offers in a step; one needs no choice. */
export function kindsFor(phase: Phase | null): readonly CardKind[] {
  if (!phase) return ['note', 'dilemma', 'remedy']
  if (phase.noteKind) return [phase.noteKind]
  return KINDS[phase.area] ?? ['note']
}
