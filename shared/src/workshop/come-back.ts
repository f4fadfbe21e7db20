import { personIn, type Decision } from './decision.ts'
import type { WorkshopState } from './state.ts'

/** Somebody on another device who shows a link that a facilitator made for them: the person as the link was made for. */
export interface Return {
  id: string
  /** `Person.joinedAt` and `Person.returns` when the link was made */
  joinedAt: number
  returns: number
}

/**
 * Lets somebody back in as who they were. A link is good once: using one ends all that were made for the same person. Whoever was
 * removed comes back as nobody, also when they joined anew meanwhile.
 */
export function comeBack(state: WorkshopState, { id, joinedAt, returns }: Return): Decision {
  const person = personIn(state, id)
  if (!person || person.joinedAt !== joinedAt || (person.returns ?? 0) !== returns) return SPENT
  return { events: [{ type: 'returned', id }] }
}

const SPENT: Decision = {
  refused: { code: 'not-allowed', message: 'This link was used, or its person was removed: ask a facilitator for another one.' },
}
