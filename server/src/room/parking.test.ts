import { recordsOf } from '@remedyboard/shared/board/board-document'
import { readRecord } from '@remedyboard/shared/board/facets'
import { acceptParked, discardParked, parkedRecords } from '@remedyboard/shared/board/parked-records'
import { describe, expect, it } from 'vitest'
import { attempt, facetsOf, runPhase, scene } from './guard/guard-fixture.ts'
import { addCard, settled } from './room-fixture.ts'

const LATE = 'shape:late'

async function withParkedCard() {
  const all = await scene()
  await runPhase(all, ['watch'])
  all.clock.advance(2_000)
  addCard(all.other, LATE)
  await settled()
  expect(parkedRecords(all.facilitator.doc).map(({ id, meta }) => [id, meta?.['author']])).toEqual([[LATE, 'p2']])
  return all
}

describe('[R35] parked records', () => {
  it('a facilitator accepts one: everybody sees it, and it waits no longer', async () => {
    const all = await withParkedCard()
    expect(await attempt(all, all.facilitator, () => acceptParked(all.facilitator.doc, LATE))).toEqual([])
    expect(readRecord(facetsOf(all.witness, LATE))).toMatchObject({ id: LATE, meta: { author: 'p2' } })
    expect(parkedRecords(all.witness.doc)).toEqual([])
  })

  it('a facilitator discards one: it stays deleted, and nobody is asked again', async () => {
    const all = await withParkedCard()
    expect(await attempt(all, all.facilitator, () => discardParked(all.facilitator.doc, LATE))).toEqual([])
    expect(readRecord(facetsOf(all.witness, LATE))).toBeNull()
    expect(parkedRecords(all.witness.doc)).toEqual([])
  })

  it('nobody else decides, the author neither', async () => {
    const all = await withParkedCard()
    await runPhase(all, ['edit'])
    const refused = await attempt(all, all.other, () => acceptParked(all.other.doc, LATE))
    expect(refused.map(({ facet }) => facet)).toEqual(expect.arrayContaining(['del', 'meta.parked']))
    await attempt(all, all.author, () => discardParked(all.author.doc, LATE))
    expect(parkedRecords(all.witness.doc)).toHaveLength(1)
    expect(recordsOf(all.other.doc).get(LATE)?.get('del')).toBe(true)
  })
})
