import type { BoardSession } from '../../session/board-session.ts'
import { Cell, type Readable } from '../../session/readable.ts'
import type { SentTimer } from './sent-timer.ts'

/** Ms. A press this soon after a new step began was meant for the step before: it is the second half of a double click. */
export const STEP_GUARD_MS = 600

/** What all buttons and keys of a page know about their last presses. */
export interface SteeringMemory {
  /** whether a step has begun or ended just now, as this page was told */
  readonly isGuarded: Readable<boolean>
  /** an answer is on its way */
  asks: boolean
  sentTimer: SentTimer | null
}

type Steered = Pick<BoardSession, 'view'>

const memories = new WeakMap<Steered, SteeringMemory>()

export function steeringMemory(session: Steered): SteeringMemory {
  const known = memories.get(session)
  if (known) return known
  const isGuarded = new Cell(false)
  let { phaseId, phaseRun } = session.view.get()
  let timer: ReturnType<typeof setTimeout> | undefined
  session.view.subscribe(() => {
    const view = session.view.get()
    if (view.phaseId === phaseId && view.phaseRun === phaseRun) return
    ;({ phaseId, phaseRun } = view)
    isGuarded.set(true)
    clearTimeout(timer)
    timer = setTimeout(() => isGuarded.set(false), STEP_GUARD_MS)
  })
  const memory: SteeringMemory = { isGuarded, asks: false, sentTimer: null }
  memories.set(session, memory)
  return memory
}
