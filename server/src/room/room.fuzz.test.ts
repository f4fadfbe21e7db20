import { recordsOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { deleteRecord, readFacets, writeFacets } from '@remedyboard/shared/board/facets'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeUpdate } from './frame.ts'
import { flawOfRecord } from './guard/record-check.ts'
import { addCard, cards, FakeClient, note, openRoom, roomFixture, settled } from './room-fixture.ts'

const FUZZ_RUNS = Number(process.env['FUZZ_RUNS'] ?? 150)
/** Generous: the default runs take some seconds on two busy cores. */
const FUZZ_TIMEOUT_MS = 60_000 + FUZZ_RUNS * 50

const idOf = (facets: FacetMap) => facets._item?.parentSub ?? ''

/** Sound updates of a client that does a bit of everything. */
function soundUpdates(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 4_242
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const client = { doc } as FakeClient
  for (let i = 0; i < 4; i++) {
    addCard(client, `shape:${i}`)
    const facets = recordsOf(doc).get(`shape:${i}`)
    if (!facets) continue
    writeFacets(facets, [
      { key: 'place', value: { x: i, y: 2, rotation: 0, parentId: 'page:page', index: 'a1' } },
      { key: 'text', value: 'some words 文字' },
      { key: 'props.kind', value: 'remedy' },
    ])
    if (i % 2) deleteRecord(facets)
  }
  updates.push(Y.encodeStateAsUpdate(doc))
  return updates
}

describe('[R8] damaged bytes', () => {
  const updates = soundUpdates()
  const damage = fc.record({
    update: fc.nat({ max: updates.length - 1 }),
    edits: fc.array(fc.record({ at: fc.nat({ max: 400 }), byte: fc.nat({ max: 255 }), kind: fc.constantFrom('set', 'insert', 'cut') }), {
      minLength: 1,
      maxLength: 6,
    }),
  })

  function damaged({ update, edits }: { update: number; edits: { at: number; byte: number; kind: string }[] }): Uint8Array {
    const bytes = [...(updates[update] ?? [])]
    for (const { at, byte, kind } of edits) {
      const i = at % Math.max(1, bytes.length)
      if (kind === 'set') bytes[i] = byte
      else if (kind === 'insert') bytes.splice(i, 0, byte)
      else bytes.splice(i, 1)
    }
    return new Uint8Array(bytes)
  }

  it(
    'never end the room, never leave anything invalid or pending, and never keep others from working',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 12 }), async (all) => {
          const { room, client, store } = await roomFixture()
          const [worker, witness] = [client('p2'), client('p3')]
          await settled()
          let attacker = client('p1')
          for (const item of all) {
            if (attacker.closed !== null) {
              attacker.vanish()
              attacker = client('p1')
            }
            attacker.sendFrame(encodeUpdate(damaged(item)))
          }
          addCard(worker, 'shape:work')
          const n = worker.askAck()
          await settled()
          expect(room.state).toBe('open')
          expect(worker.acks).toContain(n)
          expect(cards(witness)).toContain('shape:work')
          expect(recordsOf(witness.doc).toJSON()).toEqual(recordsOf(worker.doc).toJSON())
          expect([witness.doc.store.pendingStructs, witness.doc.store.pendingDs]).toEqual([null, null])
          for (const [id, facets] of recordsOf(witness.doc).entries()) expect(flawOfRecord(id, facets)).toBeNull()
          // And the log says the same.
          await room.drain({ compact: true })
          const stored = await store.load('b1')
          const again = new Y.Doc()
          for (const update of [stored?.snapshot?.update, ...(stored?.entries ?? []).map((entry) => entry.update)]) {
            if (update) Y.applyUpdate(again, update)
          }
          expect(recordsOf(again).toJSON()).toEqual(recordsOf(witness.doc).toJSON())
        }),
        { seed: 20_260_302, numRuns: FUZZ_RUNS },
      )
    },
    FUZZ_TIMEOUT_MS,
  )
})

describe('[R6] several people at once', () => {
  const step = fc.oneof(
    fc.record({ type: fc.constant('add'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('move'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('type'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('delete'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('cheat'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('offline'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('settle'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('fail'), who: fc.nat(2), card: fc.nat(5) }),
    fc.record({ type: fc.constant('reload'), who: fc.nat(2), card: fc.nat(5) }),
  )

  it(
    'end with the same valid board, whatever is cut, cheated, failed or loaded again, and nothing acknowledged is missing',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
          const fixture = await roomFixture()
          const { clock, store, registry } = fixture
          let { room } = fixture
          const people = ['p1', 'p2', 'p3']
          const clients = people.map((id) => fixture.client(id))
          const promised = new Set<string>()
          const asked = new Map<string, string>()
          for (const client of clients) client.onAck = (n) => promised.add(`${clients.indexOf(client)}-${n}`)
          const reconnect = async () => {
            for (const [i, client] of clients.entries()) {
              if (client.online) continue
              room = await openRoom(registry)
              client.reopen(room, people[i] ?? '')
            }
          }
          let made = 0
          for (const { type, who, card } of steps) {
            const client = clients[who] as FakeClient
            const ids = [...recordsOf(client.doc).keys()]
            const facets = recordsOf(client.doc).get(ids[card % Math.max(1, ids.length)] ?? '')
            if (type === 'add') {
              made += 1
              const id = `shape:${made}`
              client.doc.transact(() => addCard(client, id))
              asked.set(`${who}-${client.askAck()}`, id)
            } else if (type === 'move' && facets) {
              writeFacets(facets, [{ key: 'place', value: { x: made, y: who, rotation: 0, parentId: 'page:page', index: 'a1' } }])
            } else if (type === 'type' && facets) {
              const text = facets.get('text')
              if (text instanceof Y.Text) text.insert(Math.min(card, text.length), `${who}`)
            } else if (type === 'delete' && facets) {
              deleteRecord(facets)
            } else if (type === 'cheat' && facets && clients.some((other) => other !== client && recordsOf(other.doc).has(idOf(facets)))) {
              // What nobody else has seen yet is its author's to break.
              client.doc.transact(() => {
                facets.set('props.kind', 'villain')
                facets.set('birth', note('shape:x'))
                if (card % 2) recordsOf(client.doc).delete(idOf(facets))
              })
            } else if (type === 'offline') {
              client.vanish()
            } else if (type === 'settle') {
              await settled()
              await reconnect()
            } else if (type === 'fail') {
              store.failNext = 1
            } else if (type === 'reload') {
              const draining = room.drain({ compact: card % 2 === 1 })
              await settled()
              clock.advance(8_000)
              await draining
            }
          }
          store.failNext = 0
          for (let i = 0; i < 4; i++) {
            await settled()
            clock.advance(6_500)
            await settled()
            await reconnect()
          }
          await settled()
          const [first, ...others] = clients as [FakeClient, ...FakeClient[]]
          const fresh = new FakeClient(room)
          fresh.connect('f1')
          await settled()
          for (const client of [...others, fresh]) expect(recordsOf(client.doc).toJSON()).toEqual(recordsOf(first.doc).toJSON())
          for (const [id, facets] of recordsOf(fresh.doc).entries()) {
            expect(flawOfRecord(id, facets)).toBeNull()
            expect(readFacets(facets)?.id).toBe(id)
          }
          for (const key of promised) {
            const id = asked.get(key)
            if (id !== undefined) expect([...recordsOf(fresh.doc).keys()]).toContain(id)
          }
          expect(fresh.doc.store.pendingStructs).toBeNull()
          await registry.close()
        }),
        { seed: 20_260_303, numRuns: FUZZ_RUNS },
      )
    },
    FUZZ_TIMEOUT_MS,
  )
})
