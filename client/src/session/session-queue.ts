import type { BoardSession } from './board-session.ts'
import { CommandQueue } from './command-queue.ts'

const queues = new WeakMap<BoardSession, CommandQueue>()

/**
 * The one queue of an open board: made on first use. One for all that waits, because each try changes the status that tells when to try
 * again: two would wake one another, and their waits would be none.
 */
export function sessionQueue(session: BoardSession): CommandQueue {
  const known = queues.get(session)
  if (known) return known
  const queue = new CommandQueue((command) => session.send(command))
  const isReachable = () => ['saved', 'saving'].includes(session.status.get().state)
  let wasReachable = isReachable()
  // The session outlives its readers, and a closed one tells nothing any more: there is nothing to stop.
  session.status.subscribe(() => {
    const isBack = isReachable() && !wasReachable
    wasReachable = isReachable()
    if (isBack) queue.tryNow()
  })
  queues.set(session, queue)
  return queue
}
