import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyOperations, type BoardOperation } from '../board/board-operation.ts'
import { CLUSTER } from '../board/cluster-metrics.ts'
import { readBoard } from '../board/document-reader.ts'
import { boxesIn, areaFrame } from '../board/place-in-area.ts'
import { addCard } from '../coordination/add-card.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { moveInto, newCluster } from './cluster-operations.ts'
import { clustersOf } from './clusters.ts'
import { mappingGraph } from './mapping-graph.ts'

function board() {
  const doc = new Y.Doc()
  const { records } = buildTemplate('dilemma-remedy', 'zh-CN')
  applyOperations(
    doc,
    records.map((record) => ({ op: 'create', record })),
    { births: null, edits: null },
  )
  const now = () => new Map(readBoard(doc).map((record) => [record.id, record]))
  const run = (operations: readonly BoardOperation[]) => applyOperations(doc, operations, { births: null, edits: null })
  const write = (id: string, text: string) => run(addCard(now(), { id, kind: 'dilemma', text }, ['local']))
  const areaId = areaFrame(now().values(), 'local')?.id ?? ''
  return { now, run, write, areaId }
}

describe('clusters made from a phone', () => {
  it('a new group holds its first card, has its name, and stands inside the area', () => {
    const { now, run, write, areaId } = board()
    write('shape:a', '独居老人收不到通知')
    run(newCluster(now(), { id: 'shape:g', name: '通知', cardId: 'shape:a', areaId, author: 'p1' }))
    const [cluster] = clustersOf(mappingGraph(now().values()))
    expect(cluster).toMatchObject({ id: 'shape:g', name: '通知', settled: false, area: 'local' })
    expect(cluster?.cards.map(({ id }) => id)).toEqual(['shape:a'])
  })

  it('cards that are moved in lie below one another, and the group grows with them', () => {
    const { now, run, write, areaId } = board()
    for (const id of ['shape:a', 'shape:b', 'shape:c']) write(id, `卡片 ${id}`)
    run(newCluster(now(), { id: 'shape:g', name: '一组', cardId: 'shape:a', areaId, author: 'p1' }))
    run(moveInto(now(), 'shape:b', 'shape:g'))
    run(moveInto(now(), 'shape:c', 'shape:g'))
    const boxes = boxesIn(now(), 'shape:g')
    expect(boxes).toHaveLength(3)
    const height = Number(now().get('shape:g')?.props?.['h'])
    for (const [i, box] of boxes.entries()) {
      expect(box.y).toBeGreaterThanOrEqual(CLUSTER.heading)
      expect(box.y + box.h).toBeLessThanOrEqual(height)
      for (const other of boxes.slice(i + 1)) expect(box.y + box.h <= other.y || other.y + other.h <= box.y || box.x !== other.x).toBe(true)
    }
  })

  it('a settled group takes a card and keeps its size', () => {
    const { now, run, write, areaId } = board()
    write('shape:a', 'A')
    write('shape:b', 'B')
    run(newCluster(now(), { id: 'shape:g', name: 'G', cardId: 'shape:a', areaId, author: 'p1' }))
    run([{ op: 'change', id: 'shape:g', changes: [{ key: 'meta.lock', value: true }] }])
    expect(moveInto(now(), 'shape:b', 'shape:g').map((operation) => operation.op === 'change' && operation.id)).toEqual(['shape:b'])
  })

  it('a card can go back to the area, and into the group it is in nothing moves', () => {
    const { now, run, write, areaId } = board()
    write('shape:a', 'A')
    run(newCluster(now(), { id: 'shape:g', name: 'G', cardId: 'shape:a', areaId, author: 'p1' }))
    expect(moveInto(now(), 'shape:a', 'shape:g')).toEqual([])
    run(moveInto(now(), 'shape:a', areaId))
    expect(mappingGraph(now().values()).cards.get('shape:a')).toMatchObject({ cluster: null, area: 'local' })
    expect(moveInto(now(), 'shape:gone', 'shape:g')).toEqual([])
  })
})
