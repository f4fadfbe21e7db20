import { recordsOf } from '@remedyboard/shared/board/board-document'
import { expect, it } from 'vitest'
import { broadcastWindowMs } from './broadcast.ts'
import { presenceTickMs } from './presence.ts'
import { addCard, cards, FakeClient, roomFixture, settled } from './room-fixture.ts'

it('[R6] sends at once to a table, and lets a full room wait for company a little', () => {
  expect([1, 50, 100, 300, 1_000, 5_000].map(broadcastWindowMs)).toEqual([0, 0, 4, 12, 40, 50])
})

it('[R15] slows cursors down in a full room', () => {
  expect([1, 20, 100, 300, 1_000].map((people) => Math.round(presenceTickMs(people)))).toEqual([50, 50, 106, 246, 250])
})

it('[R6] in a full room acknowledges at once, sends a lone edit at once and others once per window, and gives a joiner everything', async () => {
  const { room, clock } = await roomFixture()
  await room.record(
    Array.from({ length: 120 }, (_, i) => ({ type: 'joined', id: `q${i}`, name: `Q${i}`, role: 'participant', at: 1 }) as const),
  )
  const crowd = Array.from({ length: 120 }, (_, i) => {
    const client = new FakeClient(room)
    client.connect(`q${i}`)
    return client
  })
  await settled()
  const [a, b, reader] = crowd as [FakeClient, FakeClient, FakeClient]
  for (let i = 0; i < 5; i++) {
    addCard(a, `shape:a${i}`)
    addCard(b, `shape:b${i}`)
    a.askAck()
    await settled()
  }
  expect(a.acks).toEqual([1, 2, 3, 4, 5])
  expect(cards(reader)).toEqual(['shape:a0'])
  const late = new FakeClient(room)
  late.connect('p1')
  await settled()
  expect(cards(late)).toHaveLength(10)
  clock.advance(5)
  expect(reader.all('update')).toHaveLength(2)
  for (const client of [a, b, reader, late]) expect(recordsOf(client.doc).toJSON()).toEqual(recordsOf(reader.doc).toJSON())
  expect(cards(reader)).toHaveLength(10)
  addCard(a, 'shape:mine')
  await settled()
  const before = a.all('update').length
  clock.advance(5)
  expect(a.all('update')).toHaveLength(before)
  clock.advance(20)
  addCard(b, 'shape:alone')
  await settled()
  expect(cards(reader)).toContain('shape:alone')
})
