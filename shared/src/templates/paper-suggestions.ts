import { PAPER_CONNECTIONS } from './paper-connections.ts'
import type { SuggestedLink } from '../mapping/link-choices.ts'

/** Every link that the paper makes or lets one guess: answers to dilemmas, and relations between stakeholders. */
export const PAPER_SUGGESTIONS: readonly SuggestedLink[] = [
  ...PAPER_CONNECTIONS.links.map(({ id, from, to, basis, rationale, section }) => ({ id, from, to, basis, rationale, section })),
  ...PAPER_CONNECTIONS.relations.map(({ id, from, to, label, section, type, state, direction, quote }) => ({
    id,
    from,
    to,
    basis: 'explicit' as const,
    rationale: label,
    section,
    relation: { type, state, bothWays: direction === 'both', quote },
  })),
]
