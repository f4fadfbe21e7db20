import { newCardRecord } from '@remedyboard/shared/board/new-records'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { TLFrameShape } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCard } from '../card/card-tools.ts'
import { nextFrame, testBoard, type TestBoard } from '../test-board.ts'
import { shapeId } from '../test-editor.ts'
import { tidyCards } from '../tidy/tidy-cards.ts'
import { isClusterFrame } from './cluster-frame.ts'
import { groupSelected } from './group-selected.ts'
import { keepCardsOfClusters } from './keep-cards-of-clusters.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e']
const own = (name: string, i: number) =>
  newCardRecord({
    id: `shape:${name}`,
    parentId: 'shape:area-local',
    index: `a${i + 1}`,
    x: 40 + 350 * (i % 3),
    y: 150 + 40 * i,
    w: 320,
    kind: i % 2 === 0 ? 'dilemma' : 'evidence',
    text: name,
    meta: { author: i < 2 ? 'me' : 'you' },
  })

let board: TestBoard
beforeEach(() => {
  board = testBoard(NAMES.map(own))
  keepCardsOfClusters(board.editor)
})
afterEach(() => board.dispose())

const cards = (names: readonly string[]) =>
  names.map((name) => board.editor.getShape<TLCardShape>(shapeId(name))).filter((card) => card !== undefined)

function group(names: readonly string[]): TLFrameShape {
  groupSelected(board.editor, board.session, cards(names))
  const [cluster] = board.editor.getSelectedShapes()
  if (!isClusterFrame(cluster)) throw new Error('the new cluster is selected')
  return cluster
}

function overlapping(names: readonly string[]): string[] {
  const boxes = names.flatMap((name) => board.editor.getShapePageBounds(shapeId(name)) ?? [])
  return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (a.collides(b) ? [`${a.x},${a.y}`] : [])))
}

describe('a cluster', () => {
  it('gathers the chosen cards inside of their area, covering nothing else, as one step', () => {
    const before = cards(['a']).map(({ x, y, parentId }) => ({ x, y, parentId }))
    const cluster = group(['a', 'b', 'c'])
    expect(cluster).toMatchObject({ parentId: 'shape:area-local', props: { name: '' }, meta: { cluster: 'suggested', author: 'me' } })
    expect(cards(['a', 'b', 'c']).map(({ parentId }) => parentId)).toEqual([cluster.id, cluster.id, cluster.id])
    const frame = board.editor.getShapePageBounds(cluster)
    for (const name of ['a', 'b', 'c']) expect(frame?.contains(board.editor.getShapePageBounds(shapeId(name)) ?? frame)).toBe(true)
    for (const name of ['d', 'e']) expect(frame?.collides(board.editor.getShapePageBounds(shapeId(name)) ?? frame)).toBe(false)
    board.editor.undo()
    expect(cards(['a']).map(({ x, y, parentId }) => ({ x, y, parentId }))).toEqual(before)
    expect(board.editor.getShape(cluster.id)).toBeUndefined()
  })

  it('leaves its cards on the board when it is deleted, where they are', () => {
    const cluster = group(['a', 'b'])
    const before = board.editor.getShapePageBounds(shapeId('a'))?.point
    board.editor.markHistoryStoppingPoint()
    board.editor.deleteShapes([cluster.id])
    expect(cards(['a', 'b']).map(({ parentId }) => parentId)).toEqual(['shape:area-local', 'shape:area-local'])
    expect(board.editor.getShapePageBounds(shapeId('a'))?.point.equals(before ?? { x: 0, y: 0 })).toBe(true)
    expect(board.editor.getShape(cluster.id)).toBeUndefined()
  })

  it('takes a card that is made in it, and no further cluster', () => {
    const cluster = group(['a', 'b'])
    const at = board.editor.getShapePageBounds(cluster)?.center
    const id = at && addCard(board.editor, 'dilemma', at)
    expect(id && board.editor.getShape(id)?.parentId).toBe(cluster.id)
    expect(board.editor.getShapeUtil(cluster).canReceiveNewChildrenOfType(cluster, 'frame')).toBe(false)
  })

  it('grows to hold its cards when it is tidied', async () => {
    const cluster = group(['a', 'b', 'c'])
    board.editor.reparentShapes([shapeId('d'), shapeId('e')], cluster.id)
    board.editor.store._flushHistory()
    await nextFrame()
    tidyCards(board.editor, board.session, { kind: 'frame', id: cluster.id }, { form: 'columns', by: 'kind' })
    const frame = board.editor.getShapePageBounds(cluster.id)
    for (const name of NAMES) expect(frame?.contains(board.editor.getShapePageBounds(shapeId(name)) ?? frame)).toBe(true)
    expect(overlapping(NAMES)).toEqual([])
  })
})

describe('tidying', () => {
  it('puts the selected cards into columns by kind, as one step', async () => {
    await nextFrame()
    const before = cards(NAMES).map(({ x, y }) => [x, y])
    tidyCards(board.editor, board.session, { kind: 'cards', ids: NAMES.map(shapeId) }, { form: 'columns', by: 'kind' })
    expect(overlapping(NAMES)).toEqual([])
    const columns = new Map(cards(NAMES).map(({ x, props }) => [x, props.kind]))
    expect([...columns.values()]).toEqual(['dilemma', 'evidence'])
    board.editor.undo()
    expect(cards(NAMES).map(({ x, y }) => [x, y])).toEqual(before)
  })

  it('leaves locked cards where they are, and makes room', async () => {
    board.session.edit([{ op: 'change', id: 'shape:a', changes: [{ key: 'meta.lock', value: true }] }])
    await nextFrame()
    const [locked] = cards(['a'])
    tidyCards(board.editor, board.session, { kind: 'cards', ids: NAMES.map(shapeId) }, { form: 'grid', by: 'author' })
    expect(cards(['a'])[0]).toMatchObject({ x: locked?.x, y: locked?.y })
    expect(overlapping(NAMES)).toEqual([])
  })

  it('tidies a whole area below its heading, clusters as wholes', async () => {
    const cluster = group(['a', 'b'])
    await nextFrame()
    tidyCards(board.editor, board.session, { kind: 'frame', id: shapeId('area-local') }, { form: 'grid', by: 'kind' })
    expect(overlapping(['c', 'd', 'e'])).toEqual([])
    const frame = board.editor.getShapePageBounds(cluster.id)
    for (const name of ['c', 'd', 'e']) expect(frame?.collides(board.editor.getShapePageBounds(shapeId(name)) ?? frame)).toBe(false)
    expect(cards(['a']).map(({ parentId }) => parentId)).toEqual([cluster.id])
  })
})
