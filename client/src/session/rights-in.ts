import type { EditRights } from '@remedyboard/shared/board/permission'
import { phaseRights } from '@remedyboard/shared/workshop/phase-rights'
import type { SessionView } from '@remedyboard/shared/workshop/view'

/** What the person may change now. The server decides again at each change; this is for showing it beforehand. */
export function rightsIn({ agenda, phaseId, boardLocked, me }: SessionView): EditRights {
  return phaseRights(me.role, agenda.find(({ id }) => id === phaseId) ?? null, boardLocked)
}
