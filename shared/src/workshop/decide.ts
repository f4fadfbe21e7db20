import type { WorkshopCommand } from './command.ts'
import { decideAgenda } from './decide-agenda.ts'
import { decidePeople } from './decide-people.ts'
import { decideRound } from './decide-round.ts'
import { decideWriting } from './decide-writing.ts'
import { FACILITATORS_ONLY, NOTHING, type Actor, type Decision } from './decision.ts'
import type { SealedRows } from './sealed.ts'
import type { WorkshopState } from './state.ts'

/**
 * Decides what a command does. Pure: the room stores the outcome as one log entry and applies it with `evolve` and `withSealed`.
 *
 * Invariants: idempotent (the same command again at the same time yields a state that differs in nothing but its version; starting
 * the phase that already runs changes nothing at any time, so that a retry never restarts its timer); no event ever carries a hidden
 * text or who voted for what.
 *
 * @param now server time in ms since the epoch
 */
export function decide(state: WorkshopState, sealed: SealedRows, command: WorkshopCommand, actor: Actor, now: number): Decision {
  switch (command.type) {
    case 'set-phase':
    case 'repeat-phase':
    case 'set-timer':
    case 'set-agenda':
      return decideAgenda(state, sealed, command, actor, now)
    case 'set-name':
    case 'rename-person':
    case 'set-role':
    case 'remove-person':
    case 'set-entry':
    case 'set-ready':
    case 'set-hand':
    case 'lower-hand':
    case 'set-groups':
      return decidePeople(state, sealed, command, actor)
    case 'write-draft':
    case 'reveal-notes':
    case 'discard-notes':
      return decideWriting(state, sealed, command, actor)
    case 'open-round':
    case 'cast-ballot':
    case 'close-round':
    case 'cancel-round':
      return decideRound(state, sealed, command, actor, now)
    case 'set-attention':
    case 'lock-board':
    case 'hide-areas':
      return actor.role === 'facilitator' ? decideAttention(state, command) : FACILITATORS_ONLY
    default:
      return command satisfies never
  }
}

type AttentionCommand = Extract<WorkshopCommand, { type: 'set-attention' | 'lock-board' | 'hide-areas' }>

/** What everybody is asked to look at, and what they cannot touch or see yet. */
function decideAttention(state: WorkshopState, command: AttentionCommand): Decision {
  switch (command.type) {
    case 'set-attention': {
      const { attention } = command
      return isSame(attention, state.attention) ? NOTHING : { events: [{ type: 'attention-set', attention }] }
    }
    case 'lock-board':
      return command.locked === state.boardLocked ? NOTHING : { events: [{ type: 'board-locked', locked: command.locked }] }
    case 'hide-areas': {
      const areas = [...new Set(command.areas)].sort()
      return isSame(areas, state.hiddenAreas) ? NOTHING : { events: [{ type: 'areas-hidden', areas }] }
    }
    default:
      return command satisfies never
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
