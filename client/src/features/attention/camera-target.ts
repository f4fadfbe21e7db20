import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import type { SessionView } from '@remedyboard/shared/workshop/view'

/** Where the workshop asks this canvas to look. `run` differs each time it is asked anew. */
export type CameraTarget =
  | { kind: 'person'; id: string; run: string }
  | { kind: 'spotlight'; area: string; run: string }
  /** `notesIn`: areas where the hidden notes of this one went */
  | { kind: 'phase'; area: string; notesIn: readonly string[]; run: string }

type Asked = Pick<SessionView, 'agenda' | 'phaseId' | 'phaseRun' | 'attention' | 'me'>

/** Somebody's call goes before the area of the phase. Nobody is asked to follow themselves. */
export function cameraTarget({ agenda, phaseId, phaseRun, attention, me }: Asked): CameraTarget | null {
  if (attention.mode === 'person' && attention.id !== me.id) return { kind: 'person', id: attention.id, run: `person ${attention.id}` }
  if (attention.mode === 'area') return { kind: 'spotlight', area: attention.area, run: `spotlight ${attention.area}` }
  const area = agenda.find(({ id }) => id === phaseId)?.area
  return area ? { kind: 'phase', area, notesIn: notesAreas(agenda, area), run: `phase ${phaseRun}` } : null
}
