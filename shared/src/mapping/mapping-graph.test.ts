import { describe, expect, it } from 'vitest'
import { CARD_KINDS, type CardKind, type CardMeta } from '../board/card.ts'
import { testCard, testFrame, testLink } from './board-changes-fixture.ts'
import { mappingGraph } from './mapping-graph.ts'
import { linkType } from './mapping-link.ts'

describe('mappingGraph', () => {
  it('reads all that cards and links say, and ignores what is not valid', () => {
    const meta: CardMeta = {
      author: 'p1',
      setting: 'rural',
      place: '三号楼',
      affected: 12,
      influence: 3,
      stance: 'against',
      status: 'done',
      due: '2027-02-28',
      request: { rule: 'no-lead', about: ['shape:a'] },
    }
    const odd = {
      affected: -1,
      influence: 4,
      stance: 'furious',
      status: 7,
      due: '2027-02-29',
      start: 'soon',
      request: 'please',
      setting: [],
    }
    const { cards } = mappingGraph([testCard('a', 'action', meta), { ...testCard('b', 'action'), meta: odd }])
    expect(cards.get('shape:a')).toMatchObject({ ...meta, start: null, locked: false })
    expect(cards.get('shape:b')).toMatchObject({ affected: null, influence: null, stance: null, due: null, start: null, request: null })
    expect(cards.get('shape:b')).toMatchObject({ status: 'planned', setting: null, tags: [] })

    const records = [
      testCard('s', 'stakeholder'),
      testCard('t', 'stakeholder'),
      ...testLink('l', 's', 't', { relation: 'serves', state: 'weak' }, true),
    ]
    expect(mappingGraph(records).links).toMatchObject([
      { type: 'relation', from: 'shape:s', to: 'shape:t', relation: 'serves', state: 'weak', bothWays: true, basis: 'group', drawn: null },
    ])
  })

  it('reads a relation in the direction of its only arrowhead', () => {
    const [arrow, ...bindings] = testLink('l', 's', 't', { relation: 'serves' })
    const turned = { ...arrow, id: 'shape:l', typeName: 'shape', props: { ...arrow?.props, arrowheadStart: 'arrow', arrowheadEnd: 'none' } }
    const records = [testCard('s', 'stakeholder'), testCard('t', 'stakeholder'), turned, ...bindings]
    expect(mappingGraph(records).links).toMatchObject([{ from: 'shape:t', to: 'shape:s', drawn: null, bothWays: false }])
  })

  it('tells the area and the cluster that a card stands in', () => {
    const records = [
      testFrame('area', 'page:page', 'Local problems', { area: 'local' }),
      testFrame('cluster', 'shape:area', 'The lift', { cluster: 'suggested' }),
      testFrame('plain', 'shape:cluster', 'Frame', {}),
      testCard('deep', 'dilemma', {}, 'shape:plain'),
      testCard('page', 'dilemma', {}),
    ]
    const { cards, areas } = mappingGraph(records)
    expect(cards.get('shape:deep')).toMatchObject({ area: 'local', cluster: 'shape:cluster' })
    expect(cards.get('shape:page')).toMatchObject({ area: null, cluster: null })
    expect([...areas.values()].map(({ name, area, cluster }) => [name, area, cluster])).toEqual([
      ['Local problems', 'local', null],
      ['The lift', null, 'suggested'],
    ])
  })
})

describe('linkType', () => {
  it('tells what a link says by the kinds at its ends, in either direction', () => {
    const said: Record<string, [CardKind, CardKind][]> = {
      answer: [['dilemma', 'remedy']],
      relation: [['stakeholder', 'stakeholder']],
      duty: [['stakeholder', 'action']],
      step: [['remedy', 'action']],
      support: CARD_KINDS.flatMap((kind): [CardKind, CardKind][] => [
        ['evidence', kind],
        ['practice', kind],
      ]),
    }
    const types = new Map(
      Object.entries(said).flatMap(([type, pairs]) => pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`].map((pair) => [pair, type]))),
    )
    for (const a of CARD_KINDS) for (const b of CARD_KINDS) expect(linkType(a, b), `${a} – ${b}`).toBe(types.get(`${a} ${b}`) ?? 'other')
  })
})

describe('merged cards', () => {
  const merge = (id: string, into: string, kind: CardKind = 'dilemma') => testCard(id, kind, { mergedInto: `shape:${into}` })

  it('are replaced by their target through a chain, with their links and parts', () => {
    const records = [
      testCard('a', 'dilemma'),
      merge('b', 'a'),
      merge('c', 'b'),
      testCard('d', 'dilemma', { parent: 'shape:c' }),
      testCard('r', 'remedy'),
      ...testLink('l', 'c', 'r'),
    ]
    const { cards, links, targets, absorbed } = mappingGraph(records)
    expect([...cards.keys()]).toEqual(['shape:a', 'shape:d', 'shape:r'])
    expect(links).toMatchObject([{ from: 'shape:a', to: 'shape:r', drawn: { from: 'shape:c', to: 'shape:r' } }])
    expect(cards.get('shape:d')?.parent).toBe('shape:a')
    expect(targets.get('shape:c')).toBe('shape:a')
    expect(absorbed.get('shape:a')?.map(({ text }) => text)).toEqual(['b', 'c'])
  })

  it('stand for themselves again when the target is gone', () => {
    expect([...mappingGraph([merge('b', 'gone'), merge('c', 'b')]).cards.keys()]).toEqual(['shape:b'])
  })

  it('that were merged in a circle leave the smallest id', () => {
    const { targets } = mappingGraph([merge('b', 'c'), merge('c', 'b'), merge('x', 'c'), merge('s', 's')])
    expect([...targets]).toEqual([
      ['shape:c', 'shape:b'],
      ['shape:x', 'shape:b'],
    ])
  })

  it('count each partner once, by the strongest link, and make no loops', () => {
    const records = [testCard('a', 'dilemma'), merge('b', 'a'), testCard('r', 'remedy'), ...testLink('loop', 'a', 'b')]
    const weak = testLink('l1', 'a', 'r', { basis: 'implied-weak' })
    expect(mappingGraph([...records, ...weak, ...testLink('l2', 'r', 'b')]).links).toMatchObject([{ id: 'shape:l2', basis: 'group' }])
    expect(mappingGraph([...records, ...testLink('l1', 'r', 'b'), ...testLink('l2', 'a', 'r')]).links).toMatchObject([{ id: 'shape:l2' }])
  })

  it('keep relations of another kind or direction apart', () => {
    const records = [testCard('s', 'stakeholder'), merge('t', 's', 'stakeholder'), testCard('u', 'stakeholder')]
    const links = [
      ...testLink('l1', 's', 'u', { relation: 'serves' }),
      ...testLink('l2', 'u', 't', { relation: 'serves' }),
      ...testLink('l3', 't', 'u', { relation: 'informs' }),
      ...testLink('l4', 't', 'u', { relation: 'serves' }),
    ]
    expect(mappingGraph([...records, ...links]).links.map(({ id }) => id)).toEqual(['shape:l1', 'shape:l2', 'shape:l3'])
  })

  it('leave two links alone that people drew between the same cards themselves', () => {
    const records = [testCard('a', 'dilemma'), testCard('r', 'remedy'), ...testLink('l1', 'a', 'r'), ...testLink('l2', 'r', 'a')]
    expect(mappingGraph(records).links).toHaveLength(2)
  })
})
