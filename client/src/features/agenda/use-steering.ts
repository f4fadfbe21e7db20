import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { steerCommand, type Steering } from './steer-command.ts'

/** A facilitator's hands on the course of the workshop: what is possible now, and the way to do it. */
export interface Steer {
  failure: ReturnType<typeof failureCode> | null
  may: (steering: Steering) => boolean
  /** does nothing when it makes no sense any more */
  steer: (steering: Steering) => void
  /** a timer of so many minutes, where the step has none */
  startTimer: (minutes: number) => void
}

export function useSteering(session: BoardSession, onFailure?: (code: ReturnType<typeof failureCode>) => void): Steer {
  const view = useReadable(session.view)
  const { busy, failure, run } = useAction(failureCode, onFailure)
  return {
    failure,
    may: (steering) => !busy && steerCommand(steering, view, session.serverNow()) !== null,
    steer: (steering) => {
      // What holds when it is pressed, not when it was drawn.
      const command = steerCommand(steering, session.view.get(), session.serverNow())
      if (command) void run(() => session.send(command))
    },
    startTimer: (minutes) => void run(() => session.send({ type: 'set-timer', remainingMs: minutes * 60_000, running: true })),
  }
}
