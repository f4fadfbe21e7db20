import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import { CARD_KINDS } from '../board/card.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { testCard } from './board-changes-fixture.ts'
import { mappingGraph, type MappingGraph } from './mapping-graph.ts'
import { MappingIndex } from './mapping-index.ts'
import { likeness, pairKey, SIMILAR_FROM, SimilarCards } from './similar-cards.ts'
import { textFeatures } from './text-features.ts'

const SEED = 20_200_214
function similarCards({ cards }: Pick<MappingGraph, 'cards'>, wanted?: Parameters<SimilarCards['pairs']>[0]) {
  const similar = new SimilarCards()
  similar.follow(cards)
  return similar.pairs(wanted)
}

const alike = (a: string, b: string) => likeness(textFeatures(a), textFeatures(b))

/** Pairs that a facilitator would merge. */
const SAME: [string, string][] = [
  ['The lift is often broken', 'Lift breaks down often'],
  ['No lift in building 3', 'Building 3 has no lift'],
  ['Missing parking spaces', 'Parking spaces are missing'],
  ['Elderly people live alone', 'Old people living alone'],
  ['Garbage is not collected on weekends', 'Rubbish not collected at the weekend'],
  ['Residents don’t know about the policy', 'The policy is not known to residents'],
  ['Volunteers are burnt out', 'Burnt-out volunteers'],
  ['停车位不足', '停车位不够'],
  ['楼道堆放杂物', '楼道杂物堆放严重'],
  ['独居老人无人照料', '独居老人没人照顾'],
  ['垃圾分类不到位', '垃圾分类做得不到位'],
  ['电动车在楼道里充电', '楼道内电动车充电'],
  ['年轻人参与度低', '年轻人很少参与'],
  ['3号楼没有电梯', '３号楼无电梯'],
  ['微信群消息太多', '微信群里消息太多，看不过来'],
]

/** Pairs that share words, and are two things. */
const DIFFERENT: [string, string][] = [
  ['Few volunteers', 'Few meeting rooms'],
  ['The lift is often broken', 'The street lamp is broken'],
  ['No parking for bikes', 'No playground for children'],
  ['Elderly people live alone', 'Children are alone after school'],
  ['停车位不足', '活动场地不足'],
  ['楼道堆放杂物', '楼道灯不亮'],
  ['独居老人无人照料', '儿童放学后无人照看'],
  ['垃圾分类不到位', '政策宣传不到位'],
  ['年轻人参与度低', '年轻人外出打工'],
  ['The lift is broken', '电梯坏了'],
]

describe('likeness', () => {
  it.each(SAME)('sees that “%s” and “%s” are the same', (a, b) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(SIMILAR_FROM)
  })

  it.each(DIFFERENT)('tells “%s” from “%s”', (a, b) => {
    expect(alike(a, b)).toBeLessThan(SIMILAR_FROM)
  })

  it('has margins on both sides of the threshold, as documented', () => {
    const least = Math.min(...SAME.map(([a, b]) => alike(a, b)))
    const most = Math.max(...DIFFERENT.map(([a, b]) => alike(a, b)))
    expect([least.toFixed(2), most.toFixed(2)]).toEqual(['0.59', '0.41'])
  })

  it('is 1 for the same words in any case, width and punctuation, and the same from both sides', () => {
    expect(alike('No LIFT！', 'no lift')).toBe(1)
    expect(alike('３号楼', '3号楼。')).toBe(1)
    expect(alike('', '')).toBe(0)
    const text = fc.oneof(fc.constantFrom(...SAME.flat(), ...DIFFERENT.flat()), fc.string({ unit: 'grapheme', maxLength: 30 }))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = alike(a, b)
        expect(found).toBe(alike(b, a))
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        if (textFeatures(a).parts.size > 0) expect(alike(a, a)).toBe(1)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})

describe('SimilarCards', () => {
  const pairsOf = (records: Parameters<typeof mappingGraph>[0], options?: Parameters<typeof similarCards>[1]) =>
    similarCards(mappingGraph(records), options)

  it('suggests pairs, the most alike first, until somebody calls them different', () => {
    const records = [
      testCard('b', 'dilemma', {}, 'page:page', '停车位不足'),
      testCard('a', 'dilemma', {}, 'page:page', '停车位不够'),
      testCard('c', 'dilemma', {}, 'page:page', '停车位不足！'),
    ]
    const pairs = pairsOf(records)
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      ['shape:b', 'shape:c'],
      ['shape:a', 'shape:b'],
      ['shape:a', 'shape:c'],
    ])
    expect(pairsOf(records, { most: 1 })).toEqual(pairs.slice(0, 1))
    expect(pairsOf(records, { dismissed: new Set([pairKey('shape:c', 'shape:b')]) })).toEqual(pairs.slice(1))
  })

  it('never takes two items of the paper for the same, but a card of somebody for one of them', () => {
    const { records } = buildTemplate('dilemma-remedy', 'zh-CN')
    expect(pairsOf(records)).toEqual([])
    expect(pairsOf([...records, testCard('own', 'dilemma', {}, 'page:page', '服务态度不到位')])[0]).toMatchObject({
      b: 'shape:own',
      likeness: 1,
    })
  })

  it('finds in any order of the board exactly the pairs of one kind that stand and are alike', () => {
    const text = fc.constantFrom(...SAME.flat(), ...DIFFERENT.flat(), '', '。')
    const any = fc.record({ text, kind: fc.constantFrom(...CARD_KINDS.slice(0, 2)), merged: fc.boolean(), paper: fc.boolean() })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (cards, order) => {
        const records = cards.map(({ text: words, kind, merged, paper }, i) =>
          testCard(
            `${i}`,
            kind,
            { ...(merged ? { mergedInto: 'shape:0' } : {}), ...(paper ? { origin: { paper: `p${i}`, section: '4' } } : {}) },
            'page:page',
            words,
          ),
        )
        const graph = mappingGraph(records)
        const standing = [...graph.cards.values()]
        const expected = standing.flatMap((a, i) =>
          standing
            .slice(i + 1)
            .filter((b) => a.kind === b.kind && (a.paper === null || b.paper === null) && alike(a.text, b.text) >= SIMILAR_FROM)
            .map((b) => pairKey(a.id, b.id)),
        )
        const shuffled = new Map(
          [...graph.cards]
            .map((entry) => ({ entry, at: order.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ entry }) => entry),
        )
        const found = similarCards({ cards: shuffled }, { most: Infinity })
        expect(new Set(found.map(({ a, b }) => pairKey(a, b)))).toEqual(new Set(expected))
        expect(found).toEqual(similarCards(graph, { most: Infinity }))
      }),
      { seed: SEED, numRuns: 100 },
    )
  })

  it('follows a board: after any change the pairs are those of the board as it is', () => {
    const text = fc.constantFrom(...SAME.flat(), '')
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.option(text), merged: fc.boolean() })
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 10 }), (sequence) => {
        const index = new MappingIndex([])
        const similar = new SimilarCards()
        for (const steps of sequence) {
          const changes = steps.map(({ id, text: words, merged }): [string, BoardRecord | null] => [
            `shape:${id}`,
            words === null ? null : testCard(id, 'dilemma', merged ? { mergedInto: 'shape:a' } : {}, 'page:page', words),
          ])
          index.apply(new Map(changes))
          similar.follow(index.graph.cards)
          expect(similar.pairs({ most: Infinity })).toEqual(similarCards(index.graph, { most: Infinity }))
        }
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})
