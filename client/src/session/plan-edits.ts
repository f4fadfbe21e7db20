import type { ActionStatus, Duty } from '@remedyboard/shared/board/card'
import { actionFromRemedy, addAction, changeAction, type ActionChange } from '@remedyboard/shared/coordination/new-action'
import { newLead } from '@remedyboard/shared/coordination/new-lead'
import { setDuty, setLead } from '@remedyboard/shared/coordination/responsibility'
import { boardMapping } from './board-mapping.ts'
import type { BoardSession } from './board-session.ts'
import { newShapeId } from './new-id.ts'

/** What people do to the plan; each is one step of undo on the board. */
export interface PlanEdits {
  /** Returns the new action's record id; null when the board has no place for it. */
  add(text: string): string | null
  /** Makes a remedy concrete: a new action with its words, linked to it. */
  fromRemedy(remedyId: string): string | null
  rename(actionId: string, text: string, from: string): void
  change(actionId: string, change: ActionChange): void
  setStatus(actionId: string, status: ActionStatus): void
  setLead(actionId: string, stakeholderId: string | null): void
  /** Somebody who is not on the board yet leads: a new stakeholder, and the link that says so. */
  setNewLead(actionId: string, name: string): void
  setDuty(actionId: string, stakeholderId: string, duty: Duty | null): void
}

export function planEdits(session: BoardSession): PlanEdits {
  const graph = () => boardMapping(session).graph.get()
  const records = session.index.visible
  const me = () => session.view.get().me.id
  return {
    add(text) {
      const id = newShapeId()
      const operations = addAction(records, { id, text, meta: { author: me() } })
      session.edit(operations)
      return operations.length > 0 ? id : null
    },
    fromRemedy(remedyId) {
      const id = newShapeId()
      const operations = actionFromRemedy(graph(), records, { remedyId, linkId: newShapeId(), action: { id, meta: { author: me() } } })
      session.edit(operations)
      return operations.length > 0 ? id : null
    },
    rename: (id, value, from) => session.edit([{ op: 'change', id, changes: [{ key: 'text', value, from }] }]),
    change: (id, change) => session.edit(changeAction(id, change)),
    setStatus: (id, status) => session.edit(changeAction(id, { status })),
    setLead: (actionId, stakeholderId) =>
      session.edit(setLead(graph(), records, { actionId, stakeholderId, linkId: newShapeId(), author: me() })),
    setNewLead: (actionId, name) =>
      session.edit(newLead(graph(), records, { actionId, name, stakeholderId: newShapeId(), linkId: newShapeId(), author: me() })),
    setDuty: (actionId, stakeholderId, duty) =>
      session.edit(setDuty(graph(), records, { actionId, stakeholderId, duty, linkId: newShapeId(), author: me() })),
  }
}
