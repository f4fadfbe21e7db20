import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { describe, expect, it } from 'vitest'
import { candidates } from './candidates.ts'

const card = (id: string, change: Partial<MappingCard>) =>
  // The fields that candidates are chosen by; the others say nothing about it.
  [id, { id, kind: 'dilemma', text: id, area: 'local', cluster: null, ...change } as MappingCard] as const

const graph = {
  cards: new Map([
    card('a', {}),
    card('b', { kind: 'remedy', area: 'remedies' }),
    card('empty', { text: ' \n' }),
    card('c', { cluster: 'shape:cluster' }),
  ]),
  targets: new Map([['merged', 'a']]),
}
const places: Record<string, { x: number; y: number }> = { a: { x: 0, y: 90 }, b: { x: 0, y: 0 }, c: { x: 50, y: 10 } }
const placeOf = (id: string) => places[id] ?? { x: 0, y: 0 }

describe('candidates', () => {
  it('never has empty cards, and reads from top to bottom', () => {
    expect(candidates(graph, { from: 'all' }, null, placeOf)).toEqual(['b', 'c', 'a'])
  })

  it('takes those of an area, a cluster, a kind', () => {
    expect(candidates(graph, { from: 'area', area: 'local' }, null, placeOf)).toEqual(['c', 'a'])
    expect(candidates(graph, { from: 'cluster', cluster: 'shape:cluster' }, null, placeOf)).toEqual(['c'])
    expect(candidates(graph, { from: 'all' }, 'remedy', placeOf)).toEqual(['b'])
  })

  it('takes for a merged card the one that stands for it, once', () => {
    expect(candidates(graph, { from: 'selection', ids: ['merged', 'a', 'shape:drawing'] }, null, placeOf)).toEqual(['a'])
  })
})
