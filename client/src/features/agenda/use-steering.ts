import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { latestTimer, sentTimer } from './sent-timer.ts'
import { steerCommand, type Steering } from './steer-command.ts'
import { steeringMemory } from './steering-memory.ts'

/** A facilitator's hands on the course of the workshop: what is possible now, and the way to do it. */
export interface Steer {
  failure: ReturnType<typeof failureCode> | null
  may: (steering: Steering) => boolean
  /** does nothing when it makes no sense any more, while an answer is awaited, and for a moment after a new step began */
  steer: (steering: Steering) => void
  /** a timer of so many minutes, where the step has none */
  startTimer: (minutes: number) => void
}

/** What goes on with the timer of the same step: nothing is lost when it comes right after a new step began. */
const HARMLESS: readonly Steering[] = ['minute', 'pause']

export function useSteering(session: BoardSession, onFailure?: (code: ReturnType<typeof failureCode>) => void): Steer {
  const view = useReadable(session.view)
  const memory = steeringMemory(session)
  const isGuarded = useReadable(memory.isGuarded)
  const { busy, failure, run } = useAction(failureCode, onFailure)
  return {
    failure,
    may: (steering) => !busy && (!isGuarded || HARMLESS.includes(steering)) && steerCommand(steering, view, session.serverNow()) !== null,
    steer: (steering) => {
      if (memory.asks || (memory.isGuarded.get() && !HARMLESS.includes(steering))) return
      // What holds when it is pressed, not when it was drawn.
      const pressed = session.view.get()
      const now = session.serverNow()
      const command = steerCommand(steering, { ...pressed, timer: latestTimer(pressed.timer, memory.sentTimer) }, now)
      if (!command) return
      memory.asks = true
      void run(() => session.send(command)).then((isTaken) => {
        memory.asks = false
        if (isTaken) memory.sentTimer = sentTimer(command, pressed.timer, now)
      })
    },
    startTimer: (minutes) => void run(() => session.send({ type: 'set-timer', remainingMs: minutes * 60_000, running: true })),
  }
}
