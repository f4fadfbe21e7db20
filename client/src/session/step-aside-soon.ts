import { stepAside } from '@remedyboard/shared/mapping/step-aside'
import type { BoardSession } from './board-session.ts'

/** So long after it was saved something may still find that somebody else chose the same place: a slow network's way there and back. */
const SETTLING_MS = 4_000

/** A room that pushes one another about for ever would be worse than two cards on one place. */
const MOST_STEPS = 12

type Session = Pick<BoardSession, 'index' | 'edit' | 'onRecordChanges' | 'rights' | 'status'>

/**
 * Keeps what was put on the board a moment ago off what others put there at the same time. Its author's page does that for some seconds,
 * so that nothing moves under people's hands later on.
 */
export function stepAsideSoon(session: Session, shapeId: string, later: (run: () => void, ms: number) => unknown = setTimeout): void {
  // Without a connection others go on: what they made meanwhile stays.
  let isLate = session.status.get().state === 'offline'
  let steps = 0
  const step = () => {
    const { add, move } = session.rights.get()
    if ((!add && !move) || steps >= MOST_STEPS) return
    const operations = stepAside(session.index.visible, shapeId, isLate)
    if (operations.length === 0) return
    isLate = false
    steps++
    session.edit(operations)
  }
  let isDue = false
  const stopListening = session.onRecordChanges(() => {
    if (isDue) return
    isDue = true
    // After all of a message is there, and outside of its transaction.
    queueMicrotask(() => {
      isDue = false
      step()
    })
  })
  const stopWaiting = session.status.subscribe(settle)
  settle()

  function settle(): void {
    if (session.status.get().state !== 'saved') return
    stopWaiting()
    later(stopListening, SETTLING_MS)
  }
}
