import type { RoundResult } from '@remedyboard/shared/workshop/round'
import type { Phase } from '@remedyboard/shared/workshop/state'
import type { SharedView } from '@remedyboard/shared/workshop/view'

/** What the wall shows. */
export type Scene =
  | { show: 'voting'; round: NonNullable<SharedView['round']> }
  | { show: 'writing'; notes: number; people: number }
  | { show: 'reveal'; cards: readonly string[] }
  | { show: 'ranking'; result: RoundResult }
  | { show: 'board' }

/** What this page has seen happen, and a reload forgets. */
export interface Seen {
  /** cards that notes have just become, until something else begins */
  revealed: readonly string[]
  /** the round that closed while the present phase was running */
  closedRound: string | null
}

/** An older result is not what people are waiting for. */
const FRESH_MS = 45 * 60_000

const VOTING = ['vote', 'rate'] as const
const LOOKING: readonly Phase['can'][number][] = ['watch', 'react', 'comment']

/** What the wall shows now: what everybody does goes first, then what a facilitator points at, then what has just come out. */
export function sceneOf(
  view: Pick<SharedView, 'agenda' | 'phaseId' | 'round' | 'writing' | 'results' | 'attention'>,
  seen: Seen,
  now: number,
): Scene {
  const { round, writing, attention, results } = view
  if (round) return { show: 'voting', round }
  if (attention.mode !== 'free') return { show: 'board' }
  if (writing && (writing.notes > 0 || seen.revealed.length === 0)) return { show: 'writing', ...writing }
  if (seen.revealed.length > 0) return { show: 'reveal', cards: seen.revealed }
  const result = results.at(-1)
  if (result && now - result.closedAt < FRESH_MS && (result.id === seen.closedRound || isAboutResults(view)))
    return { show: 'ranking', result }
  return { show: 'board' }
}

/** A step for voting whose round is over, or the step after it in which people look at what came out. */
function isAboutResults({ agenda, phaseId }: Pick<SharedView, 'agenda' | 'phaseId'>): boolean {
  const index = agenda.findIndex(({ id }) => id === phaseId)
  const votes = (phase: Phase | undefined) => VOTING.some((permission) => phase?.can.includes(permission) === true)
  const phase = agenda[index]
  if (!phase) return false
  return votes(phase) || (votes(agenda[index - 1]) && phase.can.every((permission) => LOOKING.includes(permission)))
}
