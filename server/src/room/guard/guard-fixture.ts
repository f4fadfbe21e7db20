import { recordsOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { writeRecord } from '@remedyboard/shared/board/facets'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import type { Phase, PhasePermission } from '@remedyboard/shared/workshop/state'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { FakeClient, note, roomFixture, settled, type RoomFixture } from '../room-fixture.ts'

export const CARD = 'shape:1'
export const PLACE = { x: 50, y: 60, rotation: 0, parentId: 'page:page', index: 'a2' }

export interface Scene extends RoomFixture {
  facilitator: FakeClient
  author: FakeClient
  other: FakeClient
  witness: FakeClient
}

/** A board with one card by `p1`, called CARD, seen by everybody. */
export async function scene(): Promise<Scene> {
  const fixture = await roomFixture()
  const facilitator = fixture.client('f1')
  const author = fixture.client('p1')
  const other = fixture.client('p2')
  const witness = fixture.client('p3')
  await settled()
  writeRecord(recordsOf(author.doc), { ...note(CARD), props: { ...note(CARD).props, text: 'hello' } })
  await settled()
  return { ...fixture, facilitator, author, other, witness }
}

export function facetsOf(client: FakeClient, id = CARD): FacetMap {
  const facets = recordsOf(client.doc).get(id)
  if (!facets) throw new Error(`no ${id}`)
  return facets
}

/** Makes a change as one client; returns what was refused. Everybody ends with the same document. */
export async function attempt(
  { author, other, witness, facilitator }: Scene,
  by: FakeClient,
  change: (records: Y.Map<FacetMap>) => void,
): Promise<RefusedChange[]> {
  const before = by.all('refused').length
  by.doc.transact(() => change(recordsOf(by.doc)))
  by.askAck()
  await settled()
  expect(by.acks).toContain(by.lastAsked)
  for (const client of [author, other, facilitator]) {
    expect(recordsOf(client.doc).toJSON()).toEqual(recordsOf(witness.doc).toJSON())
  }
  return by
    .all('refused')
    .slice(before)
    .flatMap(({ message }) => message.refused)
}

export async function runPhase({ room }: Scene, can: PhasePermission[], privacy: Phase['privacy'] = 'open'): Promise<void> {
  const text = { en: 'x', zh: 'x' }
  const phases = [...room.workshop.agenda]
  const id = `phase-${phases.length}`
  phases.push({ id, name: text, instruction: text, minutes: 5, area: 'x', can, privacy })
  await room.record([
    { type: 'agenda-set', agenda: phases },
    { type: 'phase-set', phaseId: id },
  ])
}
