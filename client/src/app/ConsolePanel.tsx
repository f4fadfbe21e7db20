import type { ReactNode } from 'react'
import type { AreaInfo, CanvasApi } from '../canvas/canvas-api.ts'
import { PhaseScript } from '../features/agenda/PhaseScript.tsx'
import { RoomControls } from '../features/attention/RoomControls.tsx'
import { RoomStatus } from '../features/console/RoomStatus.tsx'
import { GroupsPanel } from '../features/people/GroupsPanel.tsx'
import type { BoardSession } from '../session/board-session.ts'
import { useCanvasValue } from './use-canvas-value.ts'

const NO_AREAS: readonly AreaInfo[] = []

interface ConsolePanelProps {
  session: BoardSession
  canvas: CanvasApi | null
  children: ReactNode
}

/** For facilitators, below the running step: who is missing, hidden notes and votes (`children`), what to say, what comes next, where everybody looks, who works together. */
export function ConsolePanel({ session, canvas, children }: ConsolePanelProps) {
  const areas = useCanvasValue(canvas, (api) => api.areas, NO_AREAS)
  return (
    <>
      <RoomStatus session={session} />
      {children}
      <PhaseScript session={session} />
      <RoomControls session={session} areas={areas} />
      <GroupsPanel session={session} />
    </>
  )
}
