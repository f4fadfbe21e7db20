import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import type { ReactNode } from 'react'
import type { AreaInfo, CanvasApi } from '../canvas/canvas-api.ts'
import { PhaseScript } from '../features/agenda/PhaseScript.tsx'
import { NOW_PART_ID } from '../features/agenda/Unfinished.tsx'
import { RoomControls } from '../features/attention/RoomControls.tsx'
import { RoomStatus } from '../features/console/RoomStatus.tsx'
import { GroupsPanel } from '../features/people/GroupsPanel.tsx'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
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
  const { agenda, phaseId } = useReadable(session.view)
  // A step for groups begins with making them.
  const isForGroups = agendaPosition(agenda, phaseId).phase?.privacy === 'group'
  const groups = <GroupsPanel session={session} isWanted={isForGroups} />
  return (
    <>
      <RoomStatus session={session} />
      {isForGroups && groups}
      <div id={NOW_PART_ID} className="console-now" tabIndex={-1}>
        {children}
      </div>
      <PhaseScript session={session} />
      <RoomControls session={session} areas={areas} />
      {!isForGroups && groups}
    </>
  )
}
