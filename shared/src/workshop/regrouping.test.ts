import { describe, expect, it } from 'vitest'
import { phase, TestWorkshop } from './workshop-fixture.ts'

const PEOPLE = { f: 'facilitator', a: 'participant', b: 'participant', c: 'participant', d: 'participant', late: 'participant' } as const
const REFUSED = { refused: { code: 'unprocessable' } }
const regroup = (test: TestWorkshop, ...groups: string[][]) =>
  test.send('f', { type: 'set-groups', groups: groups.map((members, n) => ({ id: `g${n}`, name: '', members })) })
const write = (test: TestWorkshop, id: string) => test.send(id, { type: 'write-draft', phaseId: 'pairs', id: 'd1', text: `by ${id}` })
/** Two pairs in their step, one of them with a hidden note. */
const pairs = () => {
  const test = new TestWorkshop([phase('pairs', { privacy: 'group' }), phase('next')], PEOPLE)
  regroup(test, ['a', 'b'], ['c', 'd'])
  test.send('f', { type: 'set-phase', phaseId: 'pairs' })
  write(test, 'a')
  return test
}

describe('while groups have hidden notes', () => {
  it('nobody is moved in or out of them, and none of them is dissolved: others would read the notes, or nobody could post them', () => {
    const test = pairs()
    expect(regroup(test, ['a', 'b', 'c'], ['d'])).toMatchObject(REFUSED)
    expect(regroup(test, ['a'], ['b'], ['c', 'd'])).toMatchObject(REFUSED)
    expect(regroup(test, ['a', 'c'], ['b', 'd'])).toMatchObject(REFUSED)
    expect(regroup(test)).toMatchObject(REFUSED)
    // The same when the facilitator went on without revealing: the step may come again.
    test.send('f', { type: 'set-phase', phaseId: 'next' })
    expect(regroup(test)).toMatchObject(REFUSED)
    test.send('f', { type: 'reveal-notes', phaseId: 'pairs' })
    expect(regroup(test)).toMatchObject({ events: [{ type: 'groups-set' }] })
  })

  it('whole groups join and read each other’s notes, as in 1-2-4-All', () => {
    const test = pairs()
    expect(regroup(test, ['a', 'b', 'c', 'd'])).toMatchObject({ events: [{ type: 'groups-set' }] })
    expect(test.view('c').me.groupDrafts).toEqual([{ id: 'd1', text: 'by a' }])
  })

  it('somebody without a group comes into one, with what they wrote alone', () => {
    const test = pairs()
    write(test, 'late')
    expect(regroup(test, ['a', 'b', 'late'], ['c', 'd'])).toMatchObject({ events: [{ type: 'groups-set' }] })
    expect(test.view('a').me.groupDrafts).toEqual([{ id: 'd1', text: 'by late' }])
  })

  it('a facilitator does not put herself into one, not even by way of a group of her own', () => {
    const test = pairs()
    expect(regroup(test, ['a', 'b', 'f'], ['c', 'd'])).toMatchObject(REFUSED)
    expect(regroup(test, ['a', 'b'], ['c', 'd'], ['f'])).toMatchObject(REFUSED)
  })

  it('groups without notes are made anew as before', () => {
    expect(regroup(pairs(), ['a', 'b'], ['c'], ['d', 'late'])).toMatchObject({ events: [{ type: 'groups-set' }] })
  })
})
