import { editRights, type EditRights } from '@remedyboard/shared/board/permission'
import type { SessionView } from '@remedyboard/shared/workshop/view'

/** What the person may change now. The server decides again at each change; this is for showing it beforehand. */
export function rightsIn({ agenda, phaseId, me }: SessionView): EditRights {
  return editRights(me.role, agenda.find(({ id }) => id === phaseId)?.can ?? null)
}
