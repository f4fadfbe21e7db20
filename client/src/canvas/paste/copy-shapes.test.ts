import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { mergeCards } from '@remedyboard/shared/mapping/merge'
import type { TLContent } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { boardMapping } from '../../session/board-mapping.ts'
import { linkCards } from '../link/link-cards.ts'
import { nextFrame, testBoard, type TestBoard } from '../test-board.ts'
import { shapeId } from '../test-editor.ts'
import { clipboardHtml, copyShapes } from './copy-shapes.ts'

const own = (name: string, kind: 'dilemma' | 'remedy', x: number) =>
  newCardRecord({ id: `shape:${name}`, parentId: 'page:page', index: 'a1', x, y: 0, w: 320, kind, text: name, meta: { author: 'me' } })

let board: TestBoard
let stop: () => void
beforeEach(() => {
  board = testBoard([own('a', 'dilemma', 0), own('b', 'dilemma', 400), own('r', 'remedy', 900)], 'blank')
  stop = copyShapes(board.editor)
})
afterEach(() => {
  stop()
  board.dispose()
})

const copied = (...names: string[]) => board.editor.getContentFromCurrentPage(names.map(shapeId))
const types = (content: TLContent | undefined) => content?.shapes.map(({ type }) => type as string).sort()

it('takes the links among the copied cards along, and no others', () => {
  linkCards(board.editor, shapeId('a'), shapeId('r'))
  linkCards(board.editor, shapeId('b'), shapeId('r'))
  expect(types(copied('a', 'r'))).toEqual(['arrow', 'card', 'card'])
  expect(copied('a', 'r')?.bindings).toHaveLength(2)
  expect(types(copied('a'))).toEqual(['card'])
})

it('leaves out what another card stands for', async () => {
  const plan = mergeCards(boardMapping(board.session).graph.get(), ['shape:b'], 'shape:a')
  if ('refused' in plan) throw new Error(plan.refused)
  board.session.edit(plan.operations)
  await nextFrame()
  expect(copied('a', 'b', 'r')?.rootShapeIds).toEqual(['shape:a', 'shape:r'])
})

it('writes what tldraw reads, in letters that no clipboard changes', () => {
  board.session.edit([{ op: 'change', id: 'shape:a', changes: [{ key: 'text', value: '水 </div> & "<b>"' }] }])
  const content = copied('a')
  if (!content) throw new Error('one card')
  const html = clipboardHtml(content)
  expect(html).toMatch(/^[\x20-\x7e]*$/)
  const json: unknown = JSON.parse(/<div data-tldraw[^>]*>(.*)<\/div>/.exec(html)?.[1] ?? '')
  expect(json).toEqual({ type: 'application/tldraw', kind: 'content', version: 2, data: JSON.parse(JSON.stringify(content)) })
})
