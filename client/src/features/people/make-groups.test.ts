import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupCount, joinGroups, makeGroups, moveToGroup, type Grouping } from './make-groups.ts'

const groupingArb: fc.Arbitrary<Grouping> = fc.oneof(
  fc.constantFrom<Grouping>({ kind: 'pairs' }, { kind: 'fours' }),
  fc.nat({ max: 12 }).map((tables): Grouping => ({ kind: 'tables', tables })),
)
const numbered = () => {
  let id = 0
  return () => `g${++id}`
}
/** Any values a source of chance may give, again from the first when they are used up. */
const randomFrom = (values: readonly number[]) => {
  let at = 0
  return () => values[at++ % values.length] ?? 0
}

describe('makeGroups', () => {
  it('puts everybody into exactly one group, as even as it can be', () => {
    const chanceArb = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(fc.nat({ max: 60 }), groupingArb, chanceArb, (count, grouping, chance) => {
        const people = Array.from({ length: count }, (_, at) => `p${at}`)
        const groups = makeGroups(people, grouping, { random: randomFrom(chance), newId: numbered(), nameOf: (n) => `Group ${n}` })
        expect(groups.flatMap(({ members }) => members).sort()).toEqual([...people].sort())
        const sizes = groups.map(({ members }) => members.length)
        if (count > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        if (grouping.kind === 'pairs' && count > 1) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2)
      }),
      { seed: 20261124 },
    )
  })

  it('makes three of a pair rather than leave somebody alone, and three or five rather than a lonely rest of fours', () => {
    expect([2, 3, 5].map((people) => groupCount({ kind: 'pairs' }, people))).toEqual([1, 1, 2])
    expect([3, 5, 7, 9, 10].map((people) => groupCount({ kind: 'fours' }, people))).toEqual([1, 1, 2, 2, 3])
    expect(groupCount({ kind: 'tables', tables: 9 }, 4)).toBe(4)
  })
})

const group = (id: string, ...members: string[]) => ({ id, name: id, members })

describe('joinGroups', () => {
  it('keeps those together who have talked, and leaves no group over', () => {
    const pairs = [group('1', 'a', 'b'), group('2', 'c', 'd'), group('3', 'e', 'f')]
    expect(joinGroups(pairs)).toEqual([group('1', 'a', 'b', 'c', 'd', 'e', 'f')])
    expect(joinGroups([...pairs, group('4', 'g', 'h')]).map(({ members }) => members.join(''))).toEqual(['abcd', 'efgh'])
    expect(joinGroups([group('1', 'a')])).toEqual([group('1', 'a')])
  })
})

describe('moveToGroup', () => {
  it('puts somebody in one group only, and drops groups without anybody', () => {
    const groups = [group('1', 'a'), group('2', 'b')]
    expect(moveToGroup(groups, 'a', '2')).toEqual([group('2', 'b', 'a')])
    expect(moveToGroup(groups, 'b', null)).toEqual([group('1', 'a')])
    expect(moveToGroup(groups, 'new', '1')).toEqual([group('1', 'a', 'new'), group('2', 'b')])
  })
})
