import { PhaseScript } from '../features/agenda/PhaseScript.tsx'
import { RoomControls } from '../features/attention/RoomControls.tsx'
import { RoomStatus } from '../features/console/RoomStatus.tsx'
import { GroupsPanel } from '../features/people/GroupsPanel.tsx'
import type { ReactNode } from 'react'
import type { BoardSession } from '../session/board-session.ts'

/** For facilitators, below the running step: who is missing, hidden notes and votes (`children`), what to say, what comes next, where everybody looks, who works together. */
export function ConsolePanel({ session, children }: { session: BoardSession; children: ReactNode }) {
  return (
    <>
      <RoomStatus session={session} />
      {children}
      <PhaseScript session={session} />
      <RoomControls session={session} />
      <GroupsPanel session={session} />
    </>
  )
}
