import { recordsOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { bearRecord, readFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { encodeLiveFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { PhasePermission } from '@remedyboard/shared/workshop/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FakeClient, note, settled } from '../room-fixture.ts'
import { CARD, PLACE, scene, facetsOf, attempt, runPhase } from './guard-fixture.ts'

describe('[R27] phases', () => {
  const arrow = (id: string) => ({
    id,
    typeName: 'binding',
    type: 'arrow',
    fromId: 'shape:x',
    toId: CARD,
    props: { isPrecise: false, isExact: false, normalizedAnchor: { x: 0.5, y: 0.5 }, snap: 'none', terminal: 'start' },
    meta: {},
  })
  const CHANGES: Record<string, (records: Y.Map<FacetMap>) => void> = {
    'add a card': (records) => writeRecord(records, note('shape:new')),
    'add a link': (records) => writeRecord(records, arrow('binding:new')),
    move: (records) => records.get(CARD)?.set('place', PLACE),
    resize: (records) => records.get(CARD)?.set('props.w', 400),
    rewrite: (records) => (records.get(CARD)?.get('text') as Y.Text | undefined)?.insert(0, 'x'),
    recolour: (records) => records.get(CARD)?.set('props.kind', 'remedy'),
    delete: (records) => records.get(CARD)?.set('del', true),
  }
  const TABLE: [PhasePermission[], 'author' | 'other', string[]][] = [
    [[], 'author', []],
    [['watch', 'react', 'comment', 'rate', 'vote'], 'author', []],
    [['add'], 'author', ['add a card', 'move', 'resize', 'rewrite', 'recolour', 'delete']],
    [['add'], 'other', ['add a card']],
    [['suggest'], 'other', ['move', 'resize']],
    [['move'], 'other', ['move', 'resize']],
    [['link'], 'other', ['add a link']],
    [['add', 'link'], 'other', ['add a card', 'add a link']],
    [['edit'], 'other', Object.keys(CHANGES)],
  ]

  it.each(TABLE)('%j lets %s do exactly %j', async (can, who, allowed) => {
    const possible: string[] = []
    for (const [name, change] of Object.entries(CHANGES)) {
      const all = await scene()
      await runPhase(all, can)
      all.clock.advance(2_000)
      const before = recordsOf(all.witness.doc).toJSON()
      const refused = await attempt(all, all[who], change)
      if (refused.length === 0) possible.push(name)
      else if (!name.startsWith('add')) expect(recordsOf(all.witness.doc).toJSON()).toEqual(before)
    }
    expect(possible).toEqual(allowed)
  })

  it('binds facilitators to nothing', async () => {
    const all = await scene()
    await runPhase(all, [])
    all.clock.advance(2_000)
    for (const change of Object.values(CHANGES)) expect(await attempt(all, all.facilitator, change)).toEqual([])
  })

  it('what was on its way when the phase changed still counts for two seconds', async () => {
    const all = await scene()
    await runPhase(all, ['edit'])
    await runPhase(all, ['watch'])
    all.clock.advance(1_900)
    expect(await attempt(all, all.other, CHANGES['move'] ?? (() => undefined))).toEqual([])
    all.clock.advance(200)
    expect(await attempt(all, all.other, CHANGES['recolour'] ?? (() => undefined))).toMatchObject([{ code: 'phase' }])
  })

  it('voting and hidden writing begin at once', async () => {
    const all = await scene()
    await runPhase(all, ['edit'])
    await runPhase(all, ['vote'], 'secret')
    expect(await attempt(all, all.other, CHANGES['move'] ?? (() => undefined))).toMatchObject([{ code: 'phase' }])
  })

  it('a card made when the phase no longer allowed it is parked for the facilitator, with its words', async () => {
    const all = await scene()
    await runPhase(all, ['watch'])
    all.clock.advance(2_000)
    // As the canvas writes: born deleted, then brought to life, so that undo never destroys a birth.
    const card = { ...note('shape:late'), props: { ...note('x').props, text: 'too late' } }
    await attempt(all, all.other, (records) => bearRecord(records, card))
    await attempt(all, all.other, (records) => records.get('shape:late')?.set('del', false))
    const parked = facetsOf(all.witness, 'shape:late')
    expect([parked.get('del'), parked.get('meta.parked')]).toEqual([true, true])
    expect(readFacets(parked)).toMatchObject({ props: { text: 'too late' }, meta: { author: 'p2' } })
    // Nor later, when the phase would allow it: the facilitator decides.
    await runPhase(all, ['edit'])
    expect(await attempt(all, all.other, (records) => records.get('shape:late')?.set('del', false))).toMatchObject([{ code: 'phase' }])
    expect(await attempt(all, all.other, (records) => records.get('shape:late')?.set('meta.parked', false))).toMatchObject([
      { code: 'protected' },
    ])
    const accept = (records: Y.Map<FacetMap>) => {
      records.get('shape:late')?.set('meta.parked', false)
      records.get('shape:late')?.set('del', false)
    }
    expect(await attempt(all, all.facilitator, accept)).toEqual([])
    expect(facetsOf(all.witness, 'shape:late').get('del')).toBe(false)
  })

  it('[R29] who may change nothing now shows no gestures to the others', async () => {
    const all = await scene()
    const liveSeen = async () => {
      const before = all.witness.live
      all.other.sendPresence({})
      all.other.sendFrame(new Uint8Array([MessageType.live, ...encodeLiveFrame({ gesture: 1, kind: 'end' })]))
      all.clock.advance(50)
      await settled()
      return all.witness.live - before
    }
    expect(await liveSeen()).toBe(1)
    await runPhase(all, ['watch'])
    all.clock.advance(2_000)
    expect(await liveSeen()).toBe(0)
  })

  it('an undo that removes a first change is a change like any other', async () => {
    const all = await scene()
    await attempt(all, all.author, (records) => records.get(CARD)?.set('place', PLACE))
    expect(await attempt(all, all.author, (records) => records.get(CARD)?.delete('place'))).toEqual([])
    expect(readFacets(facetsOf(all.witness))).toMatchObject({ x: 0, y: 0 })
    await attempt(all, all.author, (records) => records.get(CARD)?.set('place', PLACE))
    await runPhase(all, ['watch'])
    all.clock.advance(2_000)
    expect(await attempt(all, all.author, (records) => records.get(CARD)?.delete('place'))).toMatchObject([
      { facet: 'place', code: 'phase' },
    ])
    expect(readFacets(facetsOf(all.witness))).toMatchObject({ x: 50, y: 60 })
  })

  it('characters that others typed meanwhile stay when an edit is refused', async () => {
    const all = await scene()
    const text = (client: FakeClient) => facetsOf(client).get('text') as Y.Text
    await runPhase(all, ['add'])
    all.clock.advance(2_000)
    // Both type before they hear of each other.
    text(all.author).insert(5, ' there')
    text(all.other).delete(0, 5)
    text(all.other).insert(0, 'HACK')
    await settled()
    expect(text(all.witness).toString()).toBe('hello there')
    expect(text(all.other).toString()).toBe('hello there')
    expect(text(all.author).toString()).toBe('hello there')
  })
})
