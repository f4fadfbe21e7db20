import type { SessionView } from '@remedyboard/shared/workshop/view'

/** Where the workshop asks this canvas to look. `run` differs each time it is asked anew. */
export type CameraTarget =
  | { kind: 'person'; id: string; run: string }
  | { kind: 'spotlight'; area: string; run: string }
  | { kind: 'phase'; area: string; run: string }

type Asked = Pick<SessionView, 'agenda' | 'phaseId' | 'phaseRun' | 'attention' | 'me'>

/** Somebody's call goes before the area of the phase. Nobody is asked to follow themselves. */
export function cameraTarget({ agenda, phaseId, phaseRun, attention, me }: Asked): CameraTarget | null {
  if (attention.mode === 'person' && attention.id !== me.id) return { kind: 'person', id: attention.id, run: `person ${attention.id}` }
  if (attention.mode === 'area') return { kind: 'spotlight', area: attention.area, run: `spotlight ${attention.area}` }
  const area = agenda.find(({ id }) => id === phaseId)?.area
  return area ? { kind: 'phase', area, run: `phase ${phaseRun}` } : null
}
