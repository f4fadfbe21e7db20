import { recordsOf } from '@remedyboard/shared/board/board-document'
import { deleteRecord, writeFacets } from '@remedyboard/shared/board/facets'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { runPhase, scene } from './guard/guard-fixture.ts'
import { addCard, cards, FakeClient, openRoom, roomFixture, settled } from './room-fixture.ts'

const DAY = 24 * 60 * 60 * 1_000

function facetsOf(client: FakeClient, id: string): Y.Map<unknown> {
  const facets = recordsOf(client.doc).get(id)
  if (!facets) throw new Error(`no ${id}`)
  return facets
}

async function withDeletedCard() {
  const fixture = await roomFixture()
  const a = fixture.client('p1')
  await settled()
  addCard(a, 'shape:kept')
  addCard(a, 'shape:gone')
  deleteRecord(facetsOf(a, 'shape:gone'))
  await settled()
  const absent = new FakeClient(fixture.room)
  Y.applyUpdate(absent.doc, Y.encodeStateAsUpdate(a.doc))
  a.vanish()
  await fixture.room.drain({ compact: true })
  return { ...fixture, absent }
}

describe('[R36] purge', () => {
  it('a board that is opened lets go of what has been deleted for 30 days, durably and for everybody', async () => {
    const { registry, clock, store, absent } = await withDeletedCard()
    clock.advance(29 * DAY)
    const early = await openRoom(registry)
    const visitor = new FakeClient(early)
    visitor.connect('p2')
    await settled()
    expect(cards(visitor)).toEqual(['shape:gone', 'shape:kept'])
    visitor.vanish()
    await early.drain({ compact: true })
    clock.advance(DAY)
    const late = await openRoom(registry)
    const reader = new FakeClient(late)
    reader.connect('p2')
    await settled()
    expect(cards(reader)).toEqual(['shape:kept'])
    const stored = await store.load('b1')
    expect(stored?.entries).toHaveLength(1)
    // Somebody who was away for a month, and wrote into what is gone.
    writeFacets(facetsOf(absent, 'shape:gone'), [{ key: 'text', value: 'still here?' }])
    facetsOf(absent, 'shape:gone').set('del', false)
    addCard(absent, 'shape:offline')
    absent.reopen(late, 'p1')
    absent.askAck()
    await settled()
    expect(absent.closed).toBeNull()
    expect(absent.acks).toEqual([absent.lastAsked])
    expect(absent.all('refused')).toEqual([])
    for (const client of [absent, reader]) expect(cards(client)).toEqual(['shape:kept', 'shape:offline'])
    // And it stays gone.
    await late.drain({ compact: true })
    const again = new FakeClient(await openRoom(registry))
    again.connect('p3')
    expect(cards(again)).toEqual(['shape:kept', 'shape:offline'])
  })

  it('joiners wait until the purge is durable', async () => {
    const { registry, clock, store } = await withDeletedCard()
    clock.advance(31 * DAY)
    store.hold()
    const reader = new FakeClient(await openRoom(registry))
    reader.connect('p2')
    await settled()
    expect(reader.all('step-2')).toEqual([])
    store.release()
    await settled()
    expect(cards(reader)).toEqual(['shape:kept'])
  })

  it('never purges what is parked', async () => {
    const all = await scene()
    await runPhase(all, ['watch'])
    all.clock.advance(2_000)
    addCard(all.other, 'shape:late')
    await settled()
    for (const client of [all.author, all.other, all.witness, all.facilitator]) client.vanish()
    await all.room.drain({ compact: true })
    all.clock.advance(60 * DAY)
    const reader = new FakeClient(await openRoom(all.registry))
    reader.connect('f1')
    await settled()
    expect(facetsOf(reader, 'shape:late').get('meta.parked')).toBe(true)
  })
})
