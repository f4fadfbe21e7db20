import { recordsOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { deleteRecord, readFacets, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FakeClient, note, settled } from '../room-fixture.ts'
import { CARD, PLACE, scene, facetsOf, attempt } from './guard-fixture.ts'

describe('[R23] a record stays what it was born as', () => {
  it('its birth is written once, even by its author', async () => {
    const all = await scene()
    const refused = await attempt(all, all.author, (records) => records.get(CARD)?.set('birth', note('shape:other')))
    expect(refused).toEqual([{ record: CARD, facet: 'birth', code: 'protected' }])
    expect(facetsOf(all.witness).get('birth')).toMatchObject({ id: CARD })
  })

  it.each(['author', 'other', 'facilitator'] as const)('%s cannot remove or replace it; everything in it comes back', async (who) => {
    const all = await scene()
    writeFacets(facetsOf(all.author), [{ key: 'place', value: PLACE }])
    await settled()
    for (const change of [
      (records: Y.Map<FacetMap>) => records.delete(CARD),
      (records: Y.Map<FacetMap>) => writeRecord(records, { ...note(CARD), x: 999 }),
      (records: Y.Map<FacetMap>) => void records.set(CARD, 'gone' as unknown as FacetMap), // a client that keeps to no layout
    ]) {
      const refused = await attempt(all, all[who], change)
      expect(refused).toEqual([{ record: CARD, facet: '', code: 'protected' }])
      expect(readFacets(facetsOf(all.witness))).toMatchObject({ x: 50, y: 60, props: { text: 'hello' } })
    }
  })

  it('a record under the id of another, or of no form, vanishes', async () => {
    const all = await scene()
    const refused = await attempt(all, all.other, (records) => {
      const facets: FacetMap = new Y.Map()
      facets.set('birth', note('shape:elsewhere'))
      facets.set('text', new Y.Text())
      records.set('shape:here', facets)
      records.set('shape:bare', new Y.Map())
      records.set('shape:plain', 5 as unknown as FacetMap) // a client that keeps to no layout
    })
    expect(refused.map(({ record, code }) => [record, code])).toEqual([
      ['shape:here', 'invalid'],
      ['shape:bare', 'invalid'],
      ['shape:plain', 'invalid'],
    ])
    expect([...recordsOf(all.witness.doc).keys()]).toEqual([CARD])
  })
})

describe('[R24] what tldraw could not show does not stay', () => {
  it.each([
    ['a kind that does not exist', 'props.kind', 'villain', 'invalid'],
    ['a property that does not exist', 'props.extra', 1, 'invalid'],
    ['a negative width', 'props.w', -5, 'invalid'],
    ['a width beyond the limit', 'props.w', 5_000, 'too-large'],
    ['a place at the end of the world', 'place', { ...PLACE, x: 1e12 }, 'too-large'],
    ['a place with an id', 'place', { ...PLACE, id: 'shape:x' }, 'invalid'],
    ['an opacity of words', 'opacity', 'half', 'invalid'],
    ['a tombstone that is no boolean', 'del', 'yes', 'invalid'],
  ])('%s is restored, and the rest of the update survives', async (_name, key, value, code) => {
    const all = await scene()
    const former = readFacets(facetsOf(all.author))
    const refused = await attempt(all, all.author, (records) => {
      records.get(CARD)?.set(key, value)
      writeRecord(records, note('shape:2'))
    })
    expect(refused).toEqual([{ record: CARD, facet: key, code }])
    expect(readFacets(facetsOf(all.witness))).toEqual(former)
    expect(recordsOf(all.witness.doc).has('shape:2')).toBe(true)
  })

  it('an invalid facet is restored to its last valid value, not to the birth', async () => {
    const all = await scene()
    await attempt(all, all.author, (records) => records.get(CARD)?.set('props.kind', 'remedy'))
    await attempt(all, all.author, (records) => records.get(CARD)?.set('props.kind', 'villain'))
    expect(readFacets(facetsOf(all.witness))?.props).toMatchObject({ kind: 'remedy' })
  })

  it('new records that are invalid, too large or too deep vanish', async () => {
    const all = await scene()
    const refused = await attempt(all, all.author, (records) => {
      writeRecord(records, { ...note('shape:a'), props: { ...note('a').props, kind: 'villain' } })
      writeRecord(records, { ...note('shape:b'), meta: { blob: 'x'.repeat(70_000) } })
      writeRecord(records, { id: 'camera:page', typeName: 'camera', x: 0, y: 0, z: 1, meta: {} })
      writeRecord(records, note(`shape:${'x'.repeat(200)}`))
      writeRecord(records, note('shape:good'))
    })
    expect(refused.map(({ code }) => code)).toEqual(['invalid', 'too-large', 'invalid', 'too-large'])
    expect([...recordsOf(all.witness.doc).keys()].sort()).toEqual([CARD, 'shape:good'])
  })

  it('text has a limit and no formatting; what was there stays', async () => {
    const all = await scene()
    const text = (client: FakeClient) => facetsOf(client).get('text') as Y.Text
    expect(await attempt(all, all.other, () => text(all.other).insert(2, 'x'.repeat(20_000)))).toEqual([
      { record: CARD, facet: 'text', code: 'too-large' },
    ])
    expect(await attempt(all, all.other, () => text(all.other).format(0, 3, { bold: true }))).toEqual([
      { record: CARD, facet: 'text', code: 'invalid' },
    ])
    expect(await attempt(all, all.other, () => text(all.other).insertEmbed(1, { image: 'x' }))).toEqual([
      { record: CARD, facet: 'text', code: 'invalid' },
    ])
    expect(text(all.witness).toDelta()).toEqual([{ insert: 'hello' }])
  })

  it('text that is replaced or removed as a type comes back with its words', async () => {
    const all = await scene()
    await attempt(all, all.author, () => (facetsOf(all.author).get('text') as Y.Text).insert(5, ' world'))
    for (const change of [
      (facets: FacetMap) => facets.delete('text'),
      (facets: FacetMap) => void facets.set('text', 'plain'),
      (facets: FacetMap) => void facets.set('text', new Y.Map()),
    ]) {
      const refused = await attempt(all, all.author, (records) => change(records.get(CARD) as FacetMap))
      expect(refused).toHaveLength(1)
      expect(readFacets(facetsOf(all.witness))?.props).toMatchObject({ text: 'hello world' })
    }
  })

  it('lists under records or under a record are emptied', async () => {
    const all = await scene()
    await attempt(all, all.other, () => {
      const list = all.other.doc.share.get('records')
      if (list) Y.Array.prototype.push.call(list, [1, 2])
    })
    expect(all.witness.doc.share.get('records')?._start === null || all.witness.doc.share.get('records')?._start?.deleted).toBe(true)
  })

  it('a broken record can still be deleted, but not changed into another broken one', async () => {
    const all = await scene()
    const refused = await attempt(all, all.other, (records) => deleteRecord(records.get(CARD) as FacetMap))
    expect(refused).toEqual([])
    expect(facetsOf(all.witness).get('del')).toBe(true)
  })
})

describe('[R25] authorship', () => {
  it('is stamped on what somebody made, whatever they or their clipboard say', async () => {
    const all = await scene()
    const refused = await attempt(all, all.other, (records) => {
      writeRecord(records, { ...note('shape:forged'), meta: { author: 'f1' } })
      writeRecord(records, { ...note('shape:silent'), meta: {} })
      writeRecord(records, { ...note('shape:honest'), meta: { author: 'p2' } })
    })
    expect(refused).toEqual([])
    for (const id of ['shape:forged', 'shape:silent', 'shape:honest']) {
      expect(readFacets(facetsOf(all.witness, id))?.meta).toMatchObject({ author: 'p2' })
    }
    expect(facetsOf(all.witness, 'shape:honest').has('meta.author')).toBe(false)
  })

  it('is never changed afterwards, not even by facilitators', async () => {
    const all = await scene()
    for (const who of [all.author, all.other, all.facilitator]) {
      expect(await attempt(all, who, (records) => records.get(CARD)?.set('meta.author', 'p2'))).toEqual([
        { record: CARD, facet: 'meta.author', code: 'protected' },
      ])
    }
    expect(readFacets(facetsOf(all.witness))?.meta).toEqual({ author: 'p1' })
  })
})

describe('[R26] locks', () => {
  it('only facilitators lock and unlock', async () => {
    const all = await scene()
    expect(await attempt(all, all.author, (records) => records.get(CARD)?.set('meta.lock', true))).toEqual([
      { record: CARD, facet: 'meta.lock', code: 'protected' },
    ])
    expect(facetsOf(all.witness).get('meta.lock')).toBeUndefined()
    expect(await attempt(all, all.facilitator, (records) => records.get(CARD)?.set('meta.lock', true))).toEqual([])
    expect(await attempt(all, all.author, (records) => records.get(CARD)?.set('meta.lock', false))).toHaveLength(1)
    expect(facetsOf(all.witness).get('meta.lock')).toBe(true)
  })

  it('a locked card is changed by facilitators only, and legitimate changes of the same update survive', async () => {
    const all = await scene()
    await attempt(all, all.facilitator, (records) => records.get(CARD)?.set('meta.lock', true))
    const before = readFacets(facetsOf(all.witness))
    const refused = await attempt(all, all.author, (records) => {
      const card = records.get(CARD) as FacetMap
      writeFacets(card, [
        { key: 'place', value: PLACE },
        { key: 'props.kind', value: 'remedy' },
        { key: 'text', value: 'hijacked' },
      ])
      deleteRecord(card)
      writeRecord(records, note('shape:mine'))
    })
    expect(new Set(refused.map(({ facet, code }) => `${facet} ${code}`))).toEqual(
      new Set(['del locked', 'place locked', 'props.kind locked', 'text locked']),
    )
    expect(readFacets(facetsOf(all.witness))).toEqual(before)
    expect(recordsOf(all.witness.doc).has('shape:mine')).toBe(true)
    expect(
      await attempt(all, all.facilitator, (records) => writeFacets(records.get(CARD) as FacetMap, [{ key: 'place', value: PLACE }])),
    ).toEqual([])
  })

  it('a card cannot be born locked by a participant', async () => {
    const all = await scene()
    await attempt(all, all.other, (records) => writeRecord(records, { ...note('shape:2'), meta: { author: 'p2', lock: true } }))
    expect(readFacets(facetsOf(all.witness, 'shape:2'))?.meta).toEqual({ author: 'p2' })
  })

  it('pages and the document are the facilitators’', async () => {
    const all = await scene()
    const page = { id: 'page:2', typeName: 'page', name: 'Two', index: 'a2', meta: {} }
    expect(await attempt(all, all.author, (records) => writeRecord(records, page))).toMatchObject([{ code: 'protected' }])
    expect(await attempt(all, all.facilitator, (records) => writeRecord(records, page))).toEqual([])
    expect(await attempt(all, all.author, (records) => records.get('page:2')?.set('name', 'Mine'))).toMatchObject([{ code: 'protected' }])
    expect(await attempt(all, all.author, (records) => records.get('page:2')?.set('del', true))).toMatchObject([{ code: 'protected' }])
  })
})

describe('[R28] refusals', () => {
  it('are named before the echo of the number that covers them, and only there', async () => {
    const all = await scene()
    await attempt(all, all.other, (records) => records.get(CARD)?.set('props.kind', 'villain'))
    await attempt(all, all.other, (records) => records.get(CARD)?.set('props.kind', 'remedy'))
    const order = all.other.received.filter(({ type }) => type === 'refused' || type === 'ack')
    expect(order).toEqual([
      { type: 'refused', message: { n: 1, refused: [{ record: CARD, facet: 'props.kind', code: 'invalid' }] } },
      { type: 'ack', n: 1 },
      { type: 'ack', n: 2 },
    ])
  })

  it('have a budget: restoring without end is work for everybody', async () => {
    const all = await scene()
    let attempts = 0
    while (all.other.closed === null && attempts < 2_000) {
      attempts += 1
      recordsOf(all.other.doc).get(CARD)?.set('props.kind', `villain ${attempts}`)
      all.clock.advance(10)
    }
    expect(all.other.closed).toBe(1013)
    expect(readFacets(facetsOf(all.witness))?.props).toMatchObject({ kind: 'note' })
  })

  it('never make the server change its client id', async () => {
    const all = await scene()
    await attempt(all, all.author, (records) => records.get(CARD)?.set('props.kind', 'remedy'))
    // Each restores the value by a write of the server's own.
    for (let i = 0; i < 5; i++) await attempt(all, all.other, (records) => records.get(CARD)?.set('props.kind', `villain ${i}`))
    const clients = new Set(Y.decodeUpdate(Y.encodeStateAsUpdate(all.witness.doc)).structs.map(({ id }) => id.client))
    // The server's seed, its guard, and the clients that wrote: author and other.
    expect(clients.size).toBeLessThanOrEqual(4)
  })
})
