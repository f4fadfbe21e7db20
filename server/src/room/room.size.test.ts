import { BOARD_SCHEMA_VERSION, recordsOf } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { deleteRecord, readRecord, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cards, FakeClient, note, openRoom, roomFixture, settled } from './room-fixture.ts'

const PHRASE = '夜间停车很困难，老年人看不清台阶。The lamps on the stairs have been broken since May. '

/** Six people write cards letter by letter, drag, recolour, retype and delete: about a hundred cards, 6,000 edits. */
async function workshop() {
  const fixture = await roomFixture()
  const people = ['f1', 'p1', 'p2', 'p3', 'p1', 'p2'].map((id) => fixture.client(id))
  await settled()
  let state = 20261124
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
  const facetsOf = (client: FakeClient, id: string) => recordsOf(client.doc).get(id) as Y.Map<unknown>
  const typed: ({ id: string; letters: number } | undefined)[] = []
  for (let step = 0; step < 6_000; step++) {
    // Nobody writes faster than the room lets them.
    fixture.clock.advance(100)
    const who = random(people.length)
    const client = people[who] as FakeClient
    const mine = [...recordsOf(client.doc)].filter(([id, facets]) => id.startsWith('shape:') && facets.get('del') !== true)
    const [id] = mine[random(Math.max(1, mine.length))] ?? []
    const typing = typed[who]
    const kind = random(100)
    client.doc.transact(() => {
      if (typing && typing.letters > 0 && facetsOf(client, typing.id).get('del') !== true) {
        // Letter by letter, with a word taken back now and then; the others write in between.
        const text = String(facetsOf(client, typing.id).get('text'))
        const next = random(30) === 0 ? text.slice(0, -6) : text + (PHRASE[text.length % PHRASE.length] as string)
        writeFacets(facetsOf(client, typing.id), [{ key: 'text', value: next, from: text }])
        typing.letters -= 1
      } else if (kind < 25 || id === undefined) {
        const fresh = `shape:${step}`
        writeRecord(recordsOf(client.doc), { ...note(fresh), x: random(2_000), y: random(2_000), meta: { author: client.participantId } })
        typed[who] = { id: fresh, letters: 15 + random(40) }
      } else if (kind < 30) {
        deleteRecord(facetsOf(client, id))
      } else if (kind < 40) {
        typed[who] = { id, letters: 5 + random(10) }
      } else if (kind < 45) {
        writeFacets(facetsOf(client, id), [{ key: 'props.kind', value: ['dilemma', 'remedy', 'note'][random(3)] as string }])
      } else {
        const place = { x: random(2_000), y: random(2_000), rotation: 0, parentId: 'page:page', index: `a${1 + random(9)}` }
        writeFacets(facetsOf(client, id), [{ key: 'place', value: place }])
      }
    })
    if (step % 5 === 0) await settled()
  }
  await settled()
  return { ...fixture, people }
}

/** All that is live, by id; the board of the tests has no page to be shown on. */
function readBoard(doc: Y.Doc): BoardRecord[] {
  return [...recordsOf(doc).values()].flatMap((facets) => readRecord(facets) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('what a workshop leaves on the disk', () => {
  it('is, compacted, at most twice the same final board written fresh', async () => {
    const { people, room, registry, store } = await workshop()
    const [witness] = people as [FakeClient]
    for (const client of people) expect(client.closed).toBeNull()
    const final = readBoard(witness.doc)
    expect(final.length).toBeGreaterThan(100)
    await room.drain({ compact: true })
    const stored = await store.load('b1')
    expect(stored?.entries).toEqual([])
    const snapshot = stored?.snapshot?.update ?? new Uint8Array()

    const fresh = new Y.Doc()
    seedBoard(fresh, { title: 'East Street', locale: 'en', template: 'blank', schemaVersion: BOARD_SCHEMA_VERSION }, final)
    const share = snapshot.byteLength / Y.encodeStateAsUpdate(fresh).byteLength
    expect(share).toBeLessThanOrEqual(2)

    const reader = new FakeClient(await openRoom(registry))
    reader.connect('p3')
    expect(cards(reader)).toEqual(cards(witness))
    expect(readBoard(reader.doc)).toEqual(final)
  }, 60_000)
})
