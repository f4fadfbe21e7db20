import type { LinkBasis, RelationState } from '../board/card.ts'
import type { Bilingual } from '../workshop/state.ts'
import content from './content/paper-connections.json' with { type: 'json' }

/** Why a remedy answers a dilemma. */
export interface PaperLink {
  id: string
  from: string
  to: string
  basis: Exclude<LinkBasis, 'group'>
  rationale: Bilingual
  section: string
}

/** How one stakeholder stands to another, in the paper's words. */
export interface PaperRelation {
  id: string
  from: string
  to: string
  /** implements, leads, serves, informs, mobilizes, voices … */
  type: string
  direction: 'one' | 'both'
  label: Bilingual
  section: string
  quote: string
  state: RelationState
}

/** What the paper connects: a file of its own, because phones need it without the rest. */
export interface PaperConnections {
  links: readonly PaperLink[]
  relations: readonly PaperRelation[]
}

// JSON imports widen literal unions to string; the tests check the values.
export const PAPER_CONNECTIONS = content as unknown as PaperConnections
