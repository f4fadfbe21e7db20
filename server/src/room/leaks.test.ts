import { describe, expect, it } from 'vitest'
import { addCard, roomFixture, settled, type FakeClient } from './room-fixture.ts'

const HALF_AN_HOUR_MS = 30 * 60_000
const NOTHING = { connections: 0, present: 0, clientIds: 0 }

describe('what a room remembers of connections', () => {
  it('is nothing when all have gone: 100 visits, by leaving, by vanishing and by being closed', async () => {
    const { room, clock, client } = await roomFixture()
    const people = ['f1', 'p1', 'p2', 'p3']
    for (let visit = 0; visit < 100; visit++) {
      const visitor = client(people[visit % people.length] ?? '')
      await settled()
      visitor.sendPresence({ cursor: { x: visit, y: 0 } })
      addCard(visitor, `shape:${visit}`)
      visitor.askAck()
      await settled()
      if (visit % 3 === 0) visitor.sendFrame(new Uint8Array([255]))
      visitor.vanish()
      clock.advance(20_000)
    }
    expect(room.memory()).toMatchObject({ connections: 0, present: 0 })
    clock.advance(HALF_AN_HOUR_MS)
    expect(room.memory()).toEqual(NOTHING)
  }, 30_000)

  it('ends with the room: no timer is left', async () => {
    const { registry, clock, client } = await roomFixture()
    const visitors: FakeClient[] = []
    for (const id of ['p1', 'p2']) visitors.push(client(id))
    await settled()
    for (const visitor of visitors) visitor.sendPresence({ cursor: null })
    await registry.close()
    expect(visitors.map(({ closed }) => closed)).toEqual([1012, 1012])
    expect(clock.pendingTimers).toBe(0)
  })

  it('an empty room is given up after half a minute, with everything in it', async () => {
    const { registry, clock, client } = await roomFixture()
    client('p1').vanish()
    expect(registry.stats().rooms).toBe(1)
    clock.advance(60_000)
    await settled()
    expect(registry.stats()).toEqual({ rooms: 0, connections: 0, suspended: 0 })
  })
})
