import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import type { RosterEntry } from '@remedyboard/shared/workshop/view'
import { describe, expect, it } from 'vitest'
import { addCard, cards, roomFixture, settled, type FakeClient } from './room-fixture.ts'

const lastView = (client: FakeClient) => client.all('session').at(-1)?.message
const entryOf = (client: FakeClient, id: string): RosterEntry | undefined =>
  lastView(client)?.shared.roster?.find((entry) => entry.id === id)

describe('roles', () => {
  it('[R20] count from the moment of the decision: who became a viewer cannot write, even before it is stored', async () => {
    const { room, store, client } = await roomFixture()
    const [witness, muted] = [client('p2'), client('p1')]
    await settled()
    store.hold()
    const answered = room.command('f1', { type: 'set-role', id: 'p1', role: 'viewer' })
    addCard(muted, 'shape:late')
    const n = muted.askAck()
    store.release()
    await answered
    await settled()
    expect(cards(witness)).toEqual([])
    expect(muted.all('refused')[0]?.message).toMatchObject({ n, refused: [{ code: 'viewer' }] })
    expect(muted.acks).toEqual([n])
  })

  it('are told to the person within a quarter of a second, and to the others on their cursor', async () => {
    const { room, client, clock } = await roomFixture()
    const [witness, promoted] = [client('p2'), client('v1')]
    promoted.sendPresence({ cursor: { x: 1, y: 1 } })
    await room.command('f1', { type: 'set-role', id: 'v1', role: 'participant' })
    clock.advance(250)
    expect(lastView(promoted)?.me).toMatchObject({ id: 'v1', role: 'participant' })
    expect(witness.all('awareness').at(-1)?.states[0]?.state).toMatchObject({ user: { id: 'v1', role: 'participant' } })
    addCard(promoted, 'shape:1')
    await settled()
    expect(cards(witness)).toEqual(['shape:1'])
  })

  it('of facilitators include the roster, and taking the role takes the roster', async () => {
    const { room, client, clock } = await roomFixture()
    const person = client('p1')
    await room.command('f1', { type: 'set-role', id: 'p1', role: 'facilitator' })
    clock.advance(250)
    expect(lastView(person)?.shared.roster).toHaveLength(5)
    await room.command('f1', { type: 'set-role', id: 'p1', role: 'participant' })
    clock.advance(250)
    expect(lastView(person)?.shared.roster).toBeUndefined()
  })
})

describe('somebody who is removed', () => {
  it('loses every connection with 4403 once it is durable, and nobody else does', async () => {
    const { room, store, client } = await roomFixture()
    const [laptop, phone, other] = [client('p1'), client('p1'), client('p2')]
    await settled()
    store.hold()
    const answered = room.command('f1', { type: 'remove-person', id: 'p1' })
    await settled()
    expect([laptop.closed, phone.closed]).toEqual([null, null])
    store.release()
    await answered
    expect([laptop.closed, phone.closed, other.closed]).toEqual([CloseCode.removed, CloseCode.removed, null])
  })

  it('writes nothing after the decision, and is told why when they try', async () => {
    const { room, store, client } = await roomFixture()
    const [witness, removed] = [client('p2'), client('p1')]
    await settled()
    store.hold()
    const answered = room.command('f1', { type: 'remove-person', id: 'p1' })
    addCard(removed, 'shape:late')
    store.release()
    await answered
    await settled()
    expect(removed.closed).toBe(CloseCode.removed)
    expect(cards(witness)).toEqual([])
  })

  it('comes back only by joining again', async () => {
    const { room, client } = await roomFixture()
    const removed = client('p1')
    await room.command('f1', { type: 'remove-person', id: 'p1' })
    expect(removed.reopen(room, 'p1')).toBe(CloseCode.notAllowed)
    await room.admit({ id: 'p1', role: 'viewer', name: 'Back' })
    expect(removed.reopen(room, 'p1')).toBeNull()
  })
})

describe('the roster', () => {
  it('tells facilitators since when somebody is away, with the last of their devices', async () => {
    const { client, clock } = await roomFixture()
    const [facilitator, laptop, phone] = [client('f1'), client('p1'), client('p1')]
    laptop.vanish()
    clock.advance(1_000)
    expect(entryOf(facilitator, 'p1')?.awaySince).toBeUndefined()
    phone.vanish()
    const left = clock.now()
    clock.advance(1_000)
    expect(entryOf(facilitator, 'p1')?.awaySince).toBe(left)
    client('p1')
    clock.advance(1_000)
    expect(entryOf(facilitator, 'p1')?.awaySince).toBeUndefined()
  })

  it('that only says who came and went is pushed to facilitators alone', async () => {
    const { client, clock } = await roomFixture()
    const [participant, leaving] = [client('p2'), client('p1')]
    const before = participant.all('session').length
    leaving.vanish()
    clock.advance(1_000)
    expect(participant.all('session')).toHaveLength(before)
  })
})
