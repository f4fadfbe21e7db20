import type { Duty, Stance } from '@remedyboard/shared/board/card'
import { addCard, STAKEHOLDER_AREAS } from '@remedyboard/shared/coordination/add-card'
import type { CoordinationGap } from '@remedyboard/shared/coordination/coordination-rules'
import { addAction } from '@remedyboard/shared/coordination/new-action'
import { requestFromGap } from '@remedyboard/shared/coordination/request'
import { setDuty } from '@remedyboard/shared/coordination/responsibility'
import { addLink, changeLink, pointLink, removeLinks, turnLink, type LinkChange } from '@remedyboard/shared/mapping/link-operations'
import { useMemo } from 'react'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newShapeId } from '../../session/new-id.ts'

/** What people do about how they work together; each is one step of undo on the board. */
export interface CoordinationEdits {
  addAction(text: string): void
  addStakeholder(text: string): void
  setDuty(actionId: string, stakeholderId: string, duty: Duty | null): void
  /** Returns the record id of the new request. */
  makeRequest(gap: CoordinationGap, request: { text: string; ownerId: string | null; due: string | undefined }): string
  rate(stakeholderId: string, rating: { influence?: number | null; stance?: Stance | null }): void
  relate(from: string, to: string, relation: string): void
  changeRelation(linkId: string, change: LinkChange): void
  setBothWays(linkId: string, bothWays: boolean): void
  turn(linkId: string): void
  remove(linkIds: readonly string[]): void
}

export function useCoordinationEdits(session: BoardSession): CoordinationEdits {
  return useMemo(() => {
    const graph = () => boardMapping(session).graph.get()
    const records = session.index.visible
    const me = () => session.view.get().me.id
    return {
      addAction: (text) => session.edit(addAction(records, { id: newShapeId(), text, meta: { author: me() } })),
      addStakeholder: (text) =>
        session.edit(addCard(records, { id: newShapeId(), kind: 'stakeholder', text, meta: { author: me() } }, STAKEHOLDER_AREAS)),
      setDuty: (actionId, stakeholderId, duty) =>
        session.edit(setDuty(graph(), records, { actionId, stakeholderId, duty, linkId: newShapeId(), author: me() })),
      makeRequest(gap, { text, ownerId, due }) {
        const cardId = newShapeId()
        session.edit(requestFromGap(graph(), records, gap, { cardId, linkId: newShapeId(), text, ownerId, due, author: me() }))
        return cardId
      },
      rate(id, rating) {
        const changes = Object.entries(rating).map(([field, value]: [string, string | number | null]) => ({
          key: `meta.${field}`,
          value: value ?? undefined,
        }))
        session.edit([{ op: 'change', id, changes }])
      },
      relate: (from, to, relation) =>
        session.edit(addLink(records, { id: newShapeId(), from, to, meta: { author: me(), basis: 'group', relation } })),
      changeRelation: (linkId, change) => session.edit(changeLink(linkId, change)),
      setBothWays: (linkId, bothWays) => session.edit(pointLink(linkId, bothWays ? 'both' : 'forth')),
      turn: (linkId) => session.edit(turnLink(records, linkId)),
      remove: (linkIds) => session.edit(removeLinks(records, linkIds)),
    }
  }, [session])
}
