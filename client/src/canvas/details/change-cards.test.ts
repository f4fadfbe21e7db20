import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { describe, expect, it } from 'vitest'
import { fieldOperations, kindOperations, tagOperations } from './change-cards.ts'
import { MIXED, sharedValue } from './shared-value.ts'

const card = (id: string, meta: object) =>
  newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 320, kind: 'note', text: id, meta: { ...meta } })

describe('changes of several cards', () => {
  const cards = [card('shape:a', { place: 'East Street' }), card('shape:b', {}), card('shape:c', { 'tag.water': true })]

  it('write only what changes, each as a facet of its own', () => {
    expect(fieldOperations(cards, 'place', 'East Street')).toEqual([
      { op: 'change', id: 'shape:b', changes: [{ key: 'meta.place', value: 'East Street' }] },
      { op: 'change', id: 'shape:c', changes: [{ key: 'meta.place', value: 'East Street' }] },
    ])
    expect(fieldOperations(cards, 'place', undefined).map((operation) => operation.op === 'change' && operation.id)).toEqual(['shape:a'])
    expect(kindOperations(cards, 'note')).toEqual([])
  })

  it('give a tag to all, and take it off those that have it', () => {
    expect(tagOperations(cards, 'water', true)).toHaveLength(2)
    expect(tagOperations(cards, 'water', false)).toEqual([
      { op: 'change', id: 'shape:c', changes: [{ key: 'meta.tag.water', value: undefined }] },
    ])
  })
})

it('a shared value is one that all agree on', () => {
  expect(sharedValue(['a', 'a'])).toBe('a')
  expect(sharedValue(['a', undefined])).toBe(MIXED)
  expect(sharedValue([])).toBeUndefined()
})
