import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { expect, it } from 'vitest'
import { waitingItem } from './waiting-item.ts'

const shape = (type: string, props: BoardRecord['props'] = {}): BoardRecord => ({
  id: 'shape:x',
  typeName: 'shape',
  type,
  props,
  meta: { author: 'p1' },
})

const RICH = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'By hand' }] }] }

it.each([
  ['a card', shape('card', { kind: 'remedy', text: ' Ramp ' }), 'remedy', 'Ramp'],
  ['a card of no kind', shape('card', { text: 'X' }), 'note', 'X'],
  ['a link', shape('arrow', { text: '' }), 'link', ''],
  ['a frame', shape('frame', { name: 'Ideas' }), 'frame', 'Ideas'],
  ['a stroke', shape('draw'), 'drawing', ''],
  ['an image', shape('image'), 'picture', ''],
  ['a text', shape('text', { richText: RICH }), 'other', 'By hand'],
] as const)('reads %s', (_, record, kind, text) => {
  expect(waitingItem(record)).toEqual({ id: 'shape:x', kind, text, author: 'p1' })
})

it('knows no author where none is written', () => {
  expect(waitingItem({ id: 'shape:x', typeName: 'shape', type: 'draw' }).author).toBeNull()
})
