import { newCardRecord } from '@remedyboard/shared/board/new-records'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { mergeCards, unmergeCards } from '@remedyboard/shared/mapping/merge'
import type { TLArrowShape, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boardMapping } from '../../session/board-mapping.ts'
import { linkCards } from '../link/link-cards.ts'
import { curveOf } from '../link/link-route.ts'
import { linkEnds } from '../link/links.ts'
import { nextFrame, testBoard, type TestBoard } from '../test-board.ts'
import { shapeId } from '../test-editor.ts'
import { cardThatStays, mergeSelected } from './merge-selected.ts'
import { mergedOf } from './merged-cards.ts'

const own = (name: string, kind: 'dilemma' | 'remedy', x: number, y: number) =>
  newCardRecord({ id: `shape:${name}`, parentId: 'page:page', index: 'a1', x, y, w: 320, kind, text: name, meta: { author: 'me' } })

let board: TestBoard
beforeEach(() => {
  board = testBoard([own('a', 'dilemma', 0, 0), own('b', 'dilemma', 0, 400), own('r', 'remedy', 900, 0)], 'blank')
})
afterEach(() => board.dispose())

const graph = () => boardMapping(board.session).graph.get()

async function merge(ids: readonly string[], into: string): Promise<void> {
  const plan = mergeCards(
    graph(),
    ids.map((id) => `shape:${id}`),
    `shape:${into}`,
  )
  if ('refused' in plan) throw new Error(plan.refused)
  board.session.edit(plan.operations)
  await nextFrame()
}

function arrows(): TLArrowShape[] {
  return board.editor.getCurrentPageShapes().filter((shape): shape is TLArrowShape => shape.type === 'arrow')
}

async function link(from: string, to: string): Promise<void> {
  linkCards(board.editor, shapeId(from), shapeId(to))
  board.editor.store._flushHistory()
  await nextFrame()
}

describe('a merged card', () => {
  it('is hidden, and its links are drawn to the card that stands for it', async () => {
    await link('b', 'r')
    const [arrow] = arrows()
    if (!arrow) throw new Error('one link')
    const before = curveOf(board.editor, arrow)
    await merge(['b'], 'a')
    expect(board.editor.isShapeHidden(shapeId('b'))).toBe(true)
    expect(linkEnds(board.editor, arrow)?.start.toId).toBe('shape:a')
    expect(board.editor.isShapeHidden(arrow)).toBe(false)
    const after = curveOf(board.editor, arrow)
    expect(after?.from.y).not.toBe(before?.from.y)
    expect(
      mergedOf(board.editor)
        .absorbed.get('shape:a')
        ?.map(({ text }) => text),
    ).toEqual(['b'])
  })

  it('shows one link of two that say the same now, and none between the two themselves', async () => {
    await link('a', 'r')
    await link('b', 'r')
    await link('a', 'b')
    expect(arrows().filter((arrow) => !board.editor.isShapeHidden(arrow))).toHaveLength(3)
    await merge(['b'], 'a')
    expect(arrows().filter((arrow) => !board.editor.isShapeHidden(arrow))).toHaveLength(1)
  })

  it('leaves the selection, and cannot be selected', async () => {
    board.editor.select(shapeId('a'), shapeId('b'))
    await merge(['b'], 'a')
    expect(board.editor.getSelectedShapeIds()).toEqual(['shape:a'])
    board.editor.selectAll()
    expect(board.editor.getSelectedShapeIds()).not.toContain('shape:b')
  })

  it('stands for itself again when it is taken apart, when the merge is undone, and when its target is deleted', async () => {
    await merge(['b'], 'a')
    board.session.edit(unmergeCards(graph(), ['shape:b']))
    await nextFrame()
    expect(board.editor.isShapeHidden(shapeId('b'))).toBe(false)

    await merge(['b'], 'a')
    board.editor.undo()
    await nextFrame()
    expect(board.editor.isShapeHidden(shapeId('b'))).toBe(false)

    await merge(['b'], 'a')
    board.editor.deleteShapes([shapeId('a')])
    board.editor.store._flushHistory()
    await nextFrame()
    expect(board.editor.isShapeHidden(shapeId('b'))).toBe(false)
  })
})

describe('links of cards', () => {
  it('follow a card that is moved, and are gone and back with it', async () => {
    await link('a', 'r')
    const [arrow] = arrows()
    if (!arrow) throw new Error('one link')
    const before = curveOf(board.editor, arrow)?.from
    board.editor.updateShape({ id: shapeId('a'), type: 'card', y: 700 })
    expect(curveOf(board.editor, arrow)?.from.equals(before ?? { x: 0, y: 0 })).toBe(false)
    board.editor.markHistoryStoppingPoint()
    board.editor.deleteShapes([shapeId('a')])
    board.editor.store._flushHistory()
    await nextFrame()
    expect(graph().links).toHaveLength(0)
    board.editor.undo()
    await nextFrame()
    expect(graph().links).toHaveLength(1)
    expect(arrows().map((one) => linkEnds(board.editor, one)?.start.toId)).toEqual(['shape:a'])
  })

  it('are told by the kinds of their cards now, whatever these were when it was drawn', async () => {
    await link('a', 'r')
    expect(graph().links[0]?.type).toBe('answer')
    board.session.edit(
      ['a', 'r'].map((id) => ({ op: 'change', id: `shape:${id}`, changes: [{ key: 'props.kind', value: 'stakeholder' }] })),
    )
    await nextFrame()
    expect(graph().links[0]?.type).toBe('relation')
  })
})

describe('merging what is selected', () => {
  it('keeps the card with most links, as one step of undo', async () => {
    await link('b', 'r')
    const cards = ['a', 'b'].map((id) => board.editor.getShape<TLCardShape>(shapeId(id))).filter((card) => card !== undefined)
    mergeSelected(board.editor, board.session, cards)
    await nextFrame()
    expect(mergedOf(board.editor).targets).toEqual(new Map([['shape:a', 'shape:b']]))
    expect(board.editor.getSelectedShapeIds()).toEqual(['shape:b' as TLShapeId])
    board.editor.undo()
    await nextFrame()
    expect(mergedOf(board.editor).targets.size).toBe(0)
  })

  it('keeps the paper’s own card before all others', () => {
    const cards = new Map([
      ['own', { paper: null }],
      ['paper', { paper: 'd1' }],
    ]) as unknown as Parameters<typeof cardThatStays>[0]['cards'] // no other field is read
    expect(cardThatStays({ cards, links: [] }, ['own', 'paper'])).toBe('paper')
  })
})
