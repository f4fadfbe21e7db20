import { recordsOf } from '@remedyboard/shared/board/board-document'
import type { Json } from '@remedyboard/shared/board/board-record'
import { bearRecord, readFacets, reviveRecord, writeFacets, type FacetChange } from '@remedyboard/shared/board/facets'
import { describe, expect, it } from 'vitest'
import { attempt, facetsOf, runPhase, scene, type Scene } from './guard-fixture.ts'

const ID = 'shape:cluster'

function cluster(meta: Record<string, Json>) {
  return {
    ...{
      id: ID,
      typeName: 'shape',
      type: 'frame',
      x: 0,
      y: 0,
      rotation: 0,
      isLocked: false,
      opacity: 1,
      parentId: 'page:page',
      index: 'a3',
    },
    props: { w: 300, h: 200, name: '停水', color: 'black' },
    meta,
  }
}

/** As the canvas does it: born deleted, then made to appear. */
async function make(all: Scene, meta: Record<string, Json> = { cluster: 'suggested', author: 'p2' }) {
  await attempt(all, all.other, (records) => bearRecord(records, cluster(meta)))
  return attempt(all, all.other, () => reviveRecord(facetsOf(all.other, ID), cluster(meta)))
}

const change = (all: Scene, who: 'author' | 'other' | 'facilitator', ...changes: FacetChange[]) =>
  attempt(all, all[who], () => writeFacets(facetsOf(all[who], ID), changes))

const now = (all: Scene) => readFacets(facetsOf(all.witness, ID))

async function suggesting(): Promise<Scene> {
  const all = await scene()
  await runPhase(all, ['suggest'])
  all.clock.advance(2_000)
  return all
}

describe('[R26, R27] clusters', () => {
  it('are made, renamed and taken away by whoever may suggest, also others’; a card or an ordinary frame is not', async () => {
    const all = await suggesting()
    expect(await make(all)).toEqual([])
    expect(facetsOf(all.witness, ID).get('del')).toBe(false)
    expect(await change(all, 'author', { key: 'props.name', value: '没有热水' })).toEqual([])
    expect(now(all)?.props).toMatchObject({ name: '没有热水' })
    expect(await change(all, 'author', { key: 'del', value: true })).toEqual([])
    const refused = await attempt(all, all.other, (records) => bearRecord(records, { ...cluster({}), id: 'shape:frame' }))
    expect(refused).toMatchObject([{ code: 'phase' }])
    expect(facetsOf(all.witness, 'shape:frame').get('meta.parked')).toBe(true)
  })

  it('are settled by facilitators only; what is settled and locked stays as it is, and takes cards in', async () => {
    const all = await suggesting()
    await make(all)
    expect(await change(all, 'other', { key: 'meta.cluster', value: 'settled' })).toMatchObject([{ code: 'protected' }])
    expect(now(all)?.meta).toMatchObject({ cluster: 'suggested' })
    const settled = [{ key: 'meta.cluster', value: 'settled' } as const, { key: 'meta.lock', value: true } as const]
    expect(await change(all, 'facilitator', ...settled)).toEqual([])
    expect(await change(all, 'other', { key: 'props.name', value: 'x' })).toMatchObject([{ code: 'locked' }])
    expect(await change(all, 'other', { key: 'meta.cluster', value: 'suggested' })).toMatchObject([{ code: 'locked' }])
    const place = { x: 5, y: 5, rotation: 0, parentId: ID, index: 'a1' }
    expect(await attempt(all, all.other, (records) => records.get('shape:1')?.set('place', place))).toEqual([])
    expect(recordsOf(all.witness.doc).get('shape:1')?.get('place')).toEqual(place)
  })

  it('are not born settled by a participant', async () => {
    const all = await suggesting()
    await attempt(all, all.other, (records) => bearRecord(records, cluster({ cluster: 'settled', lock: true })))
    expect(now(all)?.meta).toEqual({ cluster: 'suggested', author: 'p2' })
  })
})
