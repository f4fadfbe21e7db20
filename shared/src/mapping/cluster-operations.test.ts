import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyOperations, type BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { CLUSTER } from '../board/cluster-metrics.ts'
import { readBoard } from '../board/document-reader.ts'
import { overlap } from '../board/nearest-free.ts'
import { areaFrame, areaFrames, boxesIn, sizeOf } from '../board/place-in-area.ts'
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

/** Things that lie in the same frame and cover one another, and those that stick out of theirs. */
function flaws(now: Map<string, BoardRecord>): string[] {
  const frames = [...areaFrames(now.values(), 'local'), ...[...now.values()].filter(({ meta }) => meta?.['cluster'] !== undefined)]
  return frames.flatMap((frame) => {
    const boxes = boxesIn(now, frame.id)
    const { w, h } = sizeOf(frame)
    const covering = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => overlap(a, b)))
    const outside = boxes.filter((box) => box.x < 0 || box.y < 0 || box.x + box.w > w || box.y + box.h > h)
    return [
      ...covering.map(({ x, y }) => `${frame.id} covers at ${x},${y}`),
      ...outside.map(({ x, y }) => `${frame.id} is left at ${x},${y}`),
    ]
  })
}

it('whatever a room groups, regroups and takes out: nothing covers anything, and nothing sticks out of its group or its area', () => {
  const text = fc.constantFrom('短', '独居老人不会用手机，通知收不到，邻居也不知道', 'x'.repeat(300))
  const step = fc.record({ card: fc.nat(11), to: fc.oneof(fc.constant('new' as const), fc.constant('out' as const), fc.nat(5)) })
  fc.assert(
    fc.property(fc.array(text, { minLength: 4, maxLength: 12 }), fc.array(step, { maxLength: 24 }), (texts, steps) => {
      const { now, run, write, areaId } = board()
      texts.forEach((words, i) => write(`shape:own-${i}`, words))
      const clusters: string[] = []
      for (const { card, to } of steps) {
        const cardId = `shape:own-${card % texts.length}`
        if (to === 'new') {
          const id = `shape:g${clusters.length}`
          run(newCluster(now(), { id, name: id, cardId, areaId, author: 'p1' }))
          clusters.push(id)
        } else run(moveInto(now(), cardId, to === 'out' ? areaId : (clusters[to % Math.max(1, clusters.length)] ?? areaId)))
      }
      expect(flaws(now())).toEqual([])
      expect([...now().values()].filter(({ id }) => id.startsWith('shape:own-'))).toHaveLength(texts.length)
    }),
    { numRuns: 25, seed: 7 },
  )
})
