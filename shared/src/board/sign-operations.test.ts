import { describe, expect, it } from 'vitest'
import { newCardRecord, newLinkRecords } from './new-records.ts'
import { signOperations } from './sign-operations.ts'

describe('signOperations', () => {
  it('says who made new shapes, and leaves everything else alone', () => {
    const card = newCardRecord({ id: 'shape:a', parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 320, kind: 'note', text: '', meta: {} })
    const theirs = { ...card, meta: { author: 'p2' } }
    const binding = newLinkRecords({ id: 'shape:l', pageId: 'page:page', index: 'a2', from: 'shape:a', to: 'shape:b', meta: {} })[1] ?? card
    const others = [
      { op: 'create', record: theirs },
      { op: 'create', record: binding },
      { op: 'change', id: 'shape:a', changes: [] },
      { op: 'delete', id: 'shape:a' },
    ] as const
    expect(signOperations([{ op: 'create', record: card }, ...others], 'p1')).toEqual([
      { op: 'create', record: { ...card, meta: { author: 'p1' } } },
      ...others,
    ])
  })
})
