import { expect, it } from 'vitest'
import { TestBoard } from '../mapping/board-fixture.ts'
import { pointLink, turnLink } from '../mapping/link-operations.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { addCard, STAKEHOLDER_AREAS } from './add-card.ts'

it('a stakeholder from a panel goes to the others in its area, over nothing, and one undo takes it back', () => {
  const board = new TestBoard(buildTemplate('stakeholder-coordination', 'zh-CN').records)
  for (const id of ['shape:one', 'shape:two']) {
    board.do(addCard(board.records, { id, kind: 'stakeholder', text: '物业公司' }, STAKEHOLDER_AREAS))
  }
  const [one, two] = ['shape:one', 'shape:two'].map((id) => board.records.get(id))
  expect(one).toMatchObject({ props: { kind: 'stakeholder', text: '物业公司' } })
  expect([one?.['x'], one?.['y'], one?.['parentId']]).not.toEqual([two?.['x'], two?.['y'], two?.['parentId']])
  board.undo()
  expect(board.records.has('shape:two')).toBe(false)
})

it('a relation is turned round and made to work both ways, as the canvas draws it', () => {
  const board = new TestBoard(buildTemplate('stakeholder-coordination', 'en').records)
  const relation = () => board.graph.links.find(({ id }) => id === former?.id)
  const former = board.graph.links.find(({ type, bothWays }) => type === 'relation' && !bothWays)
  if (!former) throw new Error('the template has relations')
  board.do(turnLink(board.records, former.id))
  expect(relation()).toMatchObject({ from: former.to, to: former.from, bothWays: false })
  board.do(pointLink(former.id, 'both'))
  expect(relation()).toMatchObject({ bothWays: true })
  board.do(pointLink(former.id, 'forth'))
  board.do(turnLink(board.records, former.id))
  expect(relation()).toEqual(former)
})
