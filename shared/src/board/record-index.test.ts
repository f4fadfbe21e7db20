import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from './board-record.ts'
import { RecordIndex } from './record-index.ts'
import { generateKeyBetween } from 'fractional-indexing'

const page: BoardRecord = { id: 'page:page', typeName: 'page' }
const shape = (id: string, parentId: string, index = `a${id.at(-1)}`): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'card',
  parentId,
  index,
})
const binding = (id: string, fromId: string, toId: string): BoardRecord => ({ id, typeName: 'binding', type: 'arrow', fromId, toId })

function indexOf(...records: (BoardRecord | [string, null])[]): RecordIndex {
  const index = new RecordIndex()
  for (const record of records) index.apply(Array.isArray(record) ? new Map([record]) : new Map([[record.id, record]]))
  return index
}

const visible = (index: RecordIndex) => Object.fromEntries([...index.visible].sort(([a], [b]) => (a < b ? -1 : 1)))

describe('RecordIndex', () => {
  it('moves an orphan to the page while its parent is missing, and back when it returns', () => {
    const index = indexOf(page, shape('shape:a', 'shape:frame'))
    expect(index.visible.get('shape:a')?.['parentId']).toBe('page:page')
    const changes = index.apply(new Map([['shape:frame', shape('shape:frame', 'page:page')]]))
    expect(changes.get('shape:a')?.['parentId']).toBe('shape:frame')
    expect(index.apply(new Map([['shape:frame', null]])).get('shape:a')?.['parentId']).toBe('page:page')
  })

  it('cuts a circle of parents at its smallest id', () => {
    const index = indexOf(page, shape('shape:a', 'shape:c'), shape('shape:b', 'shape:a'), shape('shape:c', 'shape:b'))
    expect(visible(index)).toMatchObject({
      'shape:a': { parentId: 'page:page' },
      'shape:b': { parentId: 'shape:a' },
      'shape:c': { parentId: 'shape:b' },
    })
  })

  it('cuts a circle where it must although the change that closed or opened it was elsewhere in it', () => {
    const chain = [shape('shape:a', 'shape:b'), shape('shape:b', 'shape:c'), shape('shape:c', 'shape:d'), shape('shape:d', 'page:page')]
    const index = indexOf(page, ...chain)
    index.apply(new Map([['shape:d', shape('shape:d', 'shape:a')]]))
    expect(index.visible.get('shape:a')).toMatchObject({ parentId: 'page:page' })
    index.apply(new Map([['shape:c', shape('shape:c', 'page:page')]]))
    expect(index.visible.get('shape:a')).toMatchObject({ parentId: 'shape:b' })
  })

  it('puts the larger of two at one place right above the other, as long as there are two: tldraw throws on them [fuzz 1139]', () => {
    const index = indexOf(
      page,
      shape('shape:a', 'page:page', 'a4'),
      shape('shape:b', 'page:page', 'a4'),
      shape('shape:c', 'page:page', 'a5'),
    )
    const indexes = () => ['a', 'b', 'c'].map((name) => String(index.visible.get(`shape:${name}`)?.['index']))
    const [first, second, third] = indexes() as [string, string, string]
    expect([first, third]).toEqual(['a4', 'a5'])
    expect([second > first, second < third]).toEqual([true, true])
    expect(() => generateKeyBetween(first, second)).not.toThrow()
    expect(() => generateKeyBetween(second, third)).not.toThrow()
    index.apply(new Map([['shape:a', null]]))
    expect(indexes()[1]).toBe('a4')
    const changes = index.apply(new Map([['shape:a', shape('shape:a', 'page:page', 'a4')]]))
    expect([...changes.keys()]).toEqual(['shape:a', 'shape:b'])
    expect(indexes()[1]).toBe(second)
  })

  it('hides a binding while one of its ends is missing', () => {
    const index = indexOf(page, shape('shape:a', 'page:page'), binding('binding:1', 'shape:a', 'shape:b'))
    expect(index.visible.has('binding:1')).toBe(false)
    expect(index.apply(new Map([['shape:b', shape('shape:b', 'page:page')]])).has('binding:1')).toBe(true)
    expect(index.apply(new Map([['shape:b', null]])).get('binding:1')).toBeNull()
  })

  it('says nothing about records that read as before', () => {
    const index = indexOf(page, shape('shape:a', 'shape:gone'))
    expect(index.apply(new Map([['page:page', page]])).size).toBe(0)
  })

  it('looks the same whatever the order and grouping in which changes arrived', () => {
    const ids = ['shape:a', 'shape:b', 'shape:c', 'shape:d']
    const parent = fc.constantFrom('page:page', 'shape:gone', ...ids)
    const change = fc.oneof(
      fc
        .tuple(fc.constantFrom(...ids), parent, fc.constantFrom('a1', 'a2'))
        .map(([id, to, index]): [string, BoardRecord | null] => [id, shape(id, to, index)]),
      fc.constantFrom(...ids).map((id): [string, BoardRecord | null] => [id, null]),
      fc
        .tuple(fc.constantFrom('binding:1', 'binding:2'), fc.constantFrom(...ids), fc.constantFrom(...ids))
        .map(([id, from, to]): [string, BoardRecord | null] => [id, binding(id, from, to)]),
    )
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const incremental = indexOf(page)
        const last = new Map<string, BoardRecord | null>([[page.id, page]])
        for (const batch of batches) {
          incremental.apply(new Map(batch))
          for (const [id, record] of new Map(batch)) last.set(id, record)
        }
        const rebuilt = new RecordIndex()
        rebuilt.apply(last)
        expect(visible(incremental)).toEqual(visible(rebuilt))
        const shapes = [...rebuilt.visible.values()].filter(({ typeName }) => typeName === 'shape')
        expect(new Set(shapes.map((record) => `${String(record['parentId'])} ${String(record['index'])}`)).size).toBe(shapes.length)
      }),
      { seed: 20260302, numRuns: 500 },
    )
  })
})
