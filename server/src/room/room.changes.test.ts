import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './frame.ts'
import { addCard, cards, note, roomFixture, settled } from './room-fixture.ts'

describe('changes', () => {
  it('[R6] tells nobody and acknowledges nothing before the commit returned', async () => {
    const { store, client } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    await settled()
    store.hold()
    addCard(a, 'shape:1')
    const n = a.askAck()
    await settled()
    expect(cards(b)).toEqual([])
    expect(a.acks).toEqual([])
    store.release()
    await settled()
    expect(cards(b)).toEqual(['shape:1'])
    expect(a.acks).toEqual([n])
  })

  it('[R6] what waits during a commit goes into the next one, and out as one frame', async () => {
    const { store, client } = await roomFixture()
    const [a, b, c] = [client('p1'), client('p2'), client('p3')]
    await settled()
    store.hold()
    for (let i = 0; i < 10; i++) {
      addCard(a, `shape:a${i}`)
      addCard(b, `shape:b${i}`)
    }
    store.release()
    await settled()
    expect(store.appends).toHaveLength(2)
    expect(c.all('update')).toHaveLength(2)
    expect(cards(c)).toHaveLength(20)
  })

  it('[R6] does not send an update back to its only author', async () => {
    const { client } = await roomFixture()
    const a = client('p1')
    await settled()
    addCard(a, 'shape:1')
    await settled()
    expect(a.all('update')).toEqual([])
  })

  it('[R7] an echo vouches for everything before it on the socket and nothing after it', async () => {
    const { store, client } = await roomFixture()
    const a = client('p1')
    await settled()
    store.hold()
    addCard(a, 'shape:1')
    a.askAck()
    await settled()
    // The first commit runs; this one waits for the next.
    addCard(a, 'shape:2')
    const second = a.askAck()
    store.release()
    await settled()
    store.hold()
    addCard(a, 'shape:3')
    const third = a.askAck()
    await settled()
    expect(a.acks.at(-1)).toBe(second)
    store.release()
    await settled()
    expect(a.acks.at(-1)).toBe(third)
  })

  it('[R7] an echo comes at once when nothing waits, also after a reconnect', async () => {
    const { client } = await roomFixture()
    const a = client('p1')
    await settled()
    const n = a.askAck()
    expect(a.acks).toEqual([n])
    a.vanish()
    a.connect('p1')
    const again = a.askAck()
    expect(a.acks.at(-1)).toBe(again)
  })

  it.each([
    ['an empty frame', new Uint8Array([])],
    ['an unknown sync message', new Uint8Array([0, 9, 0])],
    ['an update that is none', encodeUpdate(new Uint8Array([1, 2, 3]))],
    ['32 million declared structs in 9 bytes', encodeUpdate(new Uint8Array([1, 128, 200, 175, 15, 1, 0]))],
    ['a cut frame', new Uint8Array([0, 2, 200, 1, 5])],
    ['a state vector that is none', encodeSyncStep1(new Uint8Array([200, 200]))],
  ])('[R8] %s costs its sender the connection and nobody else anything', async (_name, frame) => {
    const { client } = await roomFixture()
    const [bad, good, witness] = [client('p1'), client('p2'), client('p3')]
    await settled()
    bad.sendFrame(frame)
    expect(bad.closed).toBe(CloseCode.badFrame)
    addCard(good, 'shape:1')
    const n = good.askAck()
    await settled()
    expect(good.acks).toEqual([n])
    expect(cards(witness)).toEqual(['shape:1'])
  })

  it('[R8] values nested too deep, forged prototypes and absurd lengths are refused before they are applied', async () => {
    const { client, room } = await roomFixture()
    await settled()
    let deep: unknown = 1
    for (let i = 0; i < 60; i++) deep = [deep]
    const nested = new Y.Doc()
    nested.getMap('records').set('x', deep)
    const forged = new Y.Doc()
    forged.getMap('records').set('x', Object.defineProperty({}, '__proto__', { value: { admin: true }, enumerable: true }))
    // One GC struct of length 2^40 on client 7, which would make all of client 7's edits look known.
    const absurd = new Uint8Array([1, 1, 7, 0, 0, 128, 128, 128, 128, 128, 32, 0])
    for (const update of [Y.encodeStateAsUpdate(nested), Y.encodeStateAsUpdate(forged), absurd]) {
      const attacker = client('p1')
      attacker.sendFrame(encodeUpdate(update))
      expect(attacker.closed).toBe(CloseCode.badFrame)
      attacker.vanish()
    }
    expect(room.state).toBe('open')
  })

  it('[R8] an update in format V2 is nothing', async () => {
    const { client } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    await settled()
    const doc = new Y.Doc()
    writeRecord(recordsOf(doc), note('shape:v2'))
    a.sendFrame(encodeUpdate(Y.encodeStateAsUpdateV2(doc)))
    await settled()
    expect(cards(witness)).toEqual([])
  })

  it('[R9] changes that build on something missing wait, are not acknowledged, and count when it came', async () => {
    const { client, store } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    await settled()
    const author = new Y.Doc()
    const updates: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => updates.push(update))
    writeRecord(recordsOf(author), note('shape:1'))
    recordsOf(author).get('shape:1')?.set('place', { x: 5, y: 5, rotation: 0, parentId: 'page:page', index: 'a1' })
    recordsOf(author).get('shape:1')?.set('del', true)
    const [birth, place, deletion] = updates as [Uint8Array, Uint8Array, Uint8Array]
    a.sendFrame(encodeUpdate(deletion))
    a.sendFrame(encodeUpdate(place))
    const n = a.askAck()
    await settled()
    expect(a.acks).toEqual([])
    expect(store.appends).toEqual([])
    expect(a.all('step-1')).toHaveLength(2)
    a.sendFrame(encodeUpdate(birth))
    await settled()
    expect(a.acks).toEqual([n])
    expect(recordsOf(b.doc).get('shape:1')?.get('del')).toBe(true)
  })

  it('[R9] changes that wait are limited in number and time', async () => {
    const { client, clock, room } = await roomFixture()
    const [a, b] = [client('p1'), client('p2')]
    await settled()
    const author = new Y.Doc()
    const updates: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => updates.push(update))
    for (let i = 0; i < 600; i++) writeRecord(recordsOf(author), note(`shape:${i}`))
    for (const update of updates.slice(1, 502)) a.sendFrame(encodeUpdate(update))
    expect(a.closed).toBe(CloseCode.overloaded)
    b.sendFrame(encodeUpdate(updates[5] as Uint8Array))
    clock.advance(30_000)
    expect(b.closed).toBe(CloseCode.overloaded)
    expect(room.connectionCount).toBe(0)
  })

  it('[R10] new structs under the client id of somebody else close the connection', async () => {
    const { client, clock } = await roomFixture()
    // Somebody stays, or the room would be closed meanwhile.
    client('p3')
    const [victim, attacker] = [client('p1'), client('p2')]
    await settled()
    addCard(victim, 'shape:1')
    await settled()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(victim.doc))
    forged.clientID = victim.doc.clientID
    writeRecord(recordsOf(forged), note('shape:forged'))
    attacker.sendFrame(encodeSyncStep2(Y.encodeStateAsUpdate(forged)))
    expect(attacker.closed).toBe(CloseCode.badFrame)
    // Also a while after the victim lost the network, but not for ever: the same browser may join as somebody else.
    victim.vanish()
    const again = client('p2')
    again.sendFrame(encodeSyncStep2(Y.encodeStateAsUpdate(forged)))
    expect(again.closed).toBe(CloseCode.badFrame)
    clock.advance(16 * 60_000)
    const later = client('p2')
    later.sendFrame(encodeSyncStep2(Y.encodeStateAsUpdate(forged)))
    expect(later.closed).toBeNull()
  })

  it('[R10] nobody writes under client ids without end', async () => {
    const { client } = await roomFixture()
    const attacker = client('p1')
    await settled()
    let sent = 0
    while (attacker.closed === null && sent < 500) {
      const doc = new Y.Doc()
      writeRecord(recordsOf(doc), note(`shape:${sent}`))
      attacker.sendFrame(encodeUpdate(Y.encodeStateAsUpdate(doc)))
      sent += 1
    }
    expect(sent).toBe(101)
    expect(attacker.closed).toBe(CloseCode.badFrame)
  })

  it('[R11] a viewer changes nothing and is told so before the echo', async () => {
    const { client, store } = await roomFixture()
    const [viewer, witness] = [client('v1'), client('p1')]
    await settled()
    addCard(viewer, 'shape:1')
    const n = viewer.askAck()
    await settled()
    expect(cards(witness)).toEqual([])
    expect(store.appends).toEqual([])
    expect(viewer.all('refused')).toEqual([{ type: 'refused', message: { n, refused: [{ record: '', facet: '', code: 'viewer' }] } }])
    expect(viewer.acks).toEqual([n])
  })

  it('[R11] a viewer whose later changes build on refused ones still gets every answer', async () => {
    const { client } = await roomFixture()
    const viewer = client('v1')
    await settled()
    addCard(viewer, 'shape:1')
    addCard(viewer, 'shape:2')
    const n = viewer.askAck()
    await settled()
    expect(viewer.acks).toEqual([n])
    expect(viewer.closed).toBeNull()
  })

  it('[R12] only the server writes meta, and everything else of the same update survives', async () => {
    const { client } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    await settled()
    a.doc.transact(() => {
      a.doc.getMap('meta').set('title', 'Hijacked')
      a.doc.getMap('meta').set('extra', 1)
      a.doc.getMap('meta').delete('locale')
      a.doc.getMap('smuggled').set('x', 1)
      a.doc.getArray('list').push([1, 2, 3])
      addCard(a, 'shape:1')
    })
    a.askAck()
    await settled()
    for (const { doc } of [a, witness]) {
      expect(doc.getMap('meta').toJSON()).toEqual({ title: 'East Street', locale: 'en', template: 'blank', schemaVersion: 1 })
      expect(doc.getMap('smuggled').size).toBe(0)
      expect(doc.getArray('list').length).toBe(0)
      expect([...recordsOf(doc).keys()]).toEqual(['shape:1'])
    }
    expect(a.all('refused')[0]?.message.refused.every(({ code }) => code === 'protected')).toBe(true)
  })
})
