import { describe, expect, it } from 'vitest'
import { testCard, testLink } from '../mapping/board-changes-fixture.ts'
import { TestBoard } from '../mapping/board-fixture.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { coordinationGaps } from './coordination-rules.ts'
import { requestAbout, requestFromGap } from './request.ts'

const TODAY = '2027-02-01'
const request = {
  cardId: 'shape:req',
  linkId: 'shape:lead',
  text: '请双方坐下来谈一次',
  ownerId: 'shape:s-gpo',
  due: '2027-03-01',
  author: 'p1',
}

describe('requestFromGap', () => {
  it('makes a dated request with an owner in the area of gaps, which answers the gap', () => {
    const board = new TestBoard(buildTemplate('stakeholder-coordination', 'zh-CN').records)
    const [tension] = coordinationGaps(board.graph, TODAY).filter(({ rule }) => rule === 'tension')
    if (!tension) throw new Error('The template has a tension')
    expect(requestAbout(board.graph, tension)).toBeUndefined()
    board.do(requestFromGap(board.graph, board.records, tension, request))
    expect(board.graph.cards.get('shape:req')).toMatchObject({
      kind: 'action',
      area: 'gaps',
      due: '2027-03-01',
      request: { rule: 'tension' },
    })
    expect(board.graph.links.find(({ id }) => id === 'shape:lead')).toMatchObject({
      type: 'duty',
      duty: 'lead',
      from: 'shape:s-gpo',
      author: 'p1',
    })
    expect(requestAbout(board.graph, tension)?.id).toBe('shape:req')
    expect(coordinationGaps(board.graph, TODAY).filter(({ rule }) => rule !== 'isolated')).toEqual([])
  })

  it('may wait for an owner', () => {
    const board = new TestBoard([testCard('s', 'stakeholder')])
    const [gap] = coordinationGaps(board.graph, TODAY)
    if (!gap) throw new Error('Nothing connects this stakeholder')
    board.do(requestFromGap(board.graph, board.records, gap, { ...request, ownerId: null }))
    expect(requestAbout(board.graph, gap)?.id).toBe('shape:req')
    expect(board.graph.links).toEqual([])
  })

  it('is told from a request about another gap, and forgotten when it was dropped', () => {
    const about = (id: string, status: 'planned' | 'dropped') =>
      testCard('req', 'action', { status, request: { rule: 'isolated', about: [`shape:${id}`] } })
    const records = [testCard('s', 'stakeholder'), ...testLink('x', 's', 's')]
    const requested = (id: string, status: 'planned' | 'dropped') => {
      const { graph } = new TestBoard([...records, about(id, status)])
      const [gap] = coordinationGaps(graph, TODAY).filter(({ rule }) => rule === 'isolated')
      return gap && requestAbout(graph, gap)?.id
    }
    expect(requested('s', 'planned')).toBe('shape:req')
    expect(requested('s', 'dropped')).toBeUndefined()
    expect(requested('t', 'planned')).toBeUndefined()
  })

  it('stays known when the card it is about is merged into another', () => {
    const request = { rule: 'isolated', about: ['shape:t'] }
    const { graph } = new TestBoard([
      testCard('s', 'stakeholder'),
      testCard('t', 'stakeholder', { mergedInto: 'shape:s' }),
      testCard('req', 'action', { request }),
    ])
    const [gap] = coordinationGaps(graph, TODAY).filter(({ rule }) => rule === 'isolated')
    expect(gap && requestAbout(graph, gap)?.id).toBe('shape:req')
  })
})
