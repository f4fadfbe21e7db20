import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import { useEffect } from 'react'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useSelected } from '../../ui/use-selected.ts'

/** The wall looks where the workshop looks: along with somebody who calls, at an area in the light, at the area of the phase. */
export function useWallCamera(session: BoardSession, canvas: CanvasApi | null): void {
  const { agenda, phaseId, phaseRun, attention } = useReadable(session.view)
  const caller = attention.mode === 'person' ? attention.id : null
  // Facilitators project from a window of their own: who calls may well be the same person as here, in another window.
  const part = useSelected(session.people, (people) => {
    const viewport = people.find(({ id, isMe, presence }) => id === caller && !isMe && presence.viewport)?.presence.viewport
    return viewport ? [viewport.x, viewport.y, viewport.w, viewport.h].join(' ') : null
  })
  const lit = attention.mode === 'area' ? attention.area : null
  const area = lit ?? agenda.find(({ id }) => id === phaseId)?.area

  useEffect(() => {
    if (!canvas) return
    if (caller !== null) {
      const [x, y, w, h] = part?.split(' ').map(Number) ?? []
      if (x !== undefined && y !== undefined && w && h) canvas.showPart({ x, y, w, h })
    } else if (area) canvas.showArea(area, lit === null ? notesAreas(session.view.get().agenda, area) : [])
    else canvas.zoomToStart()
  }, [canvas, caller, part, area, lit, session, phaseRun])
}
