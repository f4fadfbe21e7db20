import { editRights, type EditRights } from '../board/permission.ts'
import type { Role } from '../protocol/role.ts'
import { isHidden } from './decide-writing.ts'
import type { Phase } from './state.ts'

/**
 * What somebody may do to the board while this phase runs (`null` = none runs). While notes are hidden they go to the server alone,
 * never to the board; a locked board is the facilitators'.
 */
export function phaseRights(role: Role, phase: Phase | null, boardLocked: boolean): EditRights {
  if (boardLocked) return editRights(role, [])
  const can = phase && (isHidden(phase) ? phase.can.filter((permission) => permission !== 'add') : phase.can)
  return editRights(role, can)
}
