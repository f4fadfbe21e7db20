import type { WorkshopCommand } from './command.ts'
import { FACILITATORS_ONLY, NOTHING, personIn, unprocessable, type Actor, type Decision } from './decision.ts'
import { flawOfBallot, LARGEST_MARK, tally, type Round, type RoundResult } from './round.ts'
import { allOvertakenEdits, forgetOvertaken, noteOvertaken, overtakenEdits } from './overtaken-edits.ts'
import {
  ballotKey,
  ballotsOf,
  ballotsPrefix,
  ballotValue,
  isProxy,
  proxyVoter,
  readBallot,
  type SealedOp,
  type SealedRows,
} from './sealed.ts'
import type { WorkshopState } from './state.ts'

type RoundCommand = Extract<WorkshopCommand, { type: 'open-round' | 'cast-ballot' | 'close-round' | 'cancel-round' }>

/** Voting: sealed ballots that can be changed until the close, which publishes totals and forgets who gave what. */
export function decideRound(state: WorkshopState, sealed: SealedRows, command: RoundCommand, actor: Actor, now: number): Decision {
  if (command.type === 'cast-ballot') return decideBallot(state, sealed, command, actor)
  if (actor.role !== 'facilitator') return FACILITATORS_ONLY
  switch (command.type) {
    case 'open-round':
      return decideOpening(state, command, now)
    case 'close-round':
      return decideClosing(state, sealed, command.id, now)
    case 'cancel-round':
      if (state.round?.id !== command.id) return NOTHING
      return { events: [{ type: 'round-cancelled', id: command.id }], sealed: eraseRound(sealed, command.id) }
    default:
      return command satisfies never
  }
}

function decideOpening(state: WorkshopState, command: Extract<RoundCommand, { type: 'open-round' }>, now: number): Decision {
  const { id, kind, title, cards } = command
  // A retry of a command that has had its effect.
  if (state.round?.id === id || state.results.some((result) => result.id === id) || state.cancelledRounds.includes(id)) return NOTHING
  if (state.round) return unprocessable('Another round is open: close it first.')
  if (new Set(cards).size < cards.length) return unprocessable('A card is in the round twice.')
  const cap = kind === 'dots' ? command.cap : LARGEST_MARK[kind]
  const budget = kind === 'dots' ? command.budget : 0
  if (kind === 'dots' && (budget < 1 || cap < 1 || cap > budget))
    return unprocessable('Dots need a budget of one or more, and a cap within it.')
  return { events: [{ type: 'round-opened', round: { id, kind, title, cards, budget, cap, openedAt: now } }] }
}

const FLAWS = {
  'unknown-card': 'This card is not in the round: read the round again.',
  mark: 'A mark is more than one card may get.',
  budget: 'These are more dots than everybody has.',
} as const

function decideBallot(
  state: WorkshopState,
  sealed: SealedRows,
  { roundId, marks, proxy, edit }: Extract<RoundCommand, { type: 'cast-ballot' }>,
  actor: Actor,
): Decision {
  const voter = proxy === undefined ? actor.id : proxyVoter(proxy)
  // Sent again because the answer was lost: it was counted, or a newer one stands in its place.
  const isSpent = edit !== undefined && [...state.spentEdits, ...overtakenEdits(sealed, 'ballot', roundId, voter)].includes(edit)
  if (isSpent) return NOTHING
  if (actor.role === 'viewer' || !personIn(state, actor.id)) {
    return { refused: { code: 'not-allowed', message: 'Viewers do not vote: ask a facilitator for another role.' } }
  }
  if (proxy !== undefined && actor.role !== 'facilitator') return FACILITATORS_ONLY
  const { round } = state
  if (round?.id !== roundId) return unprocessable('This round is not open.')
  const flaw = flawOfBallot(round, marks)
  if (flaw) return unprocessable(FLAWS[flaw])
  const key = ballotKey(roundId, voter)
  const former = readBallot(sealed.get(key))
  // With dots, giving a card none is the same as leaving it out.
  const kept = Object.fromEntries(Object.entries(marks).filter(([, mark]) => round.kind !== 'dots' || mark > 0))
  if (Object.keys(kept).length === 0) {
    if (!former && edit === undefined) return NOTHING
    const names = noteOvertaken(sealed, 'ballot', roundId, voter, [former?.edit, edit])
    return { events: [], sealed: [...(former ? [{ op: 'erase', prefix: key } as const] : []), ...names] }
  }
  const names = former?.edit === edit ? [] : noteOvertaken(sealed, 'ballot', roundId, voter, [former?.edit])
  return { events: [], sealed: [{ op: 'put', key, value: ballotValue(kept, edit) }, ...names] }
}

function decideClosing(state: WorkshopState, sealed: SealedRows, id: string, now: number): Decision {
  const { round } = state
  if (round?.id !== id) {
    return state.results.some((result) => result.id === id) ? NOTHING : unprocessable('This round is not open.')
  }
  const result = resultOf(round, sealed, Object.values(state.people).filter(({ role }) => role !== 'viewer').length, now)
  // Those of counted ballots last: when there are too many to keep, the oldest names go.
  const counted = [...ballotsOf(sealed, id).values()].flatMap(({ edit }) => edit ?? []).sort()
  const edits = [...allOvertakenEdits(sealed, 'ballot', id), ...counted]
  return { events: [{ type: 'round-closed', result, ...(edits.length > 0 ? { edits } : {}) }], sealed: eraseRound(sealed, id) }
}

function eraseRound(sealed: SealedRows, id: string): SealedOp[] {
  return [{ op: 'erase', prefix: ballotsPrefix(id) }, ...forgetOvertaken(sealed, 'ballot', id)]
}

function resultOf(round: Round, sealed: SealedRows, people: number, now: number): RoundResult {
  const ballots = ballotsOf(sealed, round.id)
  const { id, kind, title, cards, budget, cap } = round
  const proxies = [...ballots.keys()].filter(isProxy).length
  const items = tally(
    round,
    [...ballots.values()].map(({ marks }) => marks),
  )
  return { id, kind, title, cards, budget, cap, closedAt: now, ballots: ballots.size, proxies, people, items }
}
