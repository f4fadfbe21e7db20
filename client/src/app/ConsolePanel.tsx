import { PhaseScript } from '../features/agenda/PhaseScript.tsx'
import { RoomControls } from '../features/attention/RoomControls.tsx'
import { RoomStatus } from '../features/console/RoomStatus.tsx'
import type { BoardSession } from '../session/board-session.ts'

/** For facilitators, below the running step: what to say, what comes next, who is missing, where everybody looks. */
export function ConsolePanel({ session }: { session: BoardSession }) {
  return (
    <>
      <RoomStatus session={session} />
      <PhaseScript session={session} />
      <RoomControls session={session} />
    </>
  )
}
