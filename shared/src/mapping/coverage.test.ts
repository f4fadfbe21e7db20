import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '../board/board-record.ts'
import type { LinkBasis } from '../board/card.ts'
import { LOCALES } from '../protocol/locale.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { coverage } from './coverage.ts'

const SEED = 20_200_214

function card(id: string, kind: string, text: string, meta: BoardRecord['meta'] = {}): BoardRecord {
  return { id: `shape:${id}`, typeName: 'shape', type: 'card', props: { kind, text }, meta }
}

function link(id: string, from: string, to: string, basis?: LinkBasis): BoardRecord[] {
  const binding = (terminal: string, end: string): BoardRecord => ({
    id: `binding:${id}-${terminal}`,
    typeName: 'binding',
    type: 'arrow',
    fromId: `shape:${id}`,
    toId: `shape:${end}`,
    props: { terminal },
  })
  const arrow: BoardRecord = { id: `shape:${id}`, typeName: 'shape', type: 'arrow', props: {}, meta: basis ? { basis } : {} }
  return [arrow, binding('start', from), binding('end', to)]
}

function stateOf(records: readonly BoardRecord[], cardId: string) {
  return coverage(records).units.find((unit) => unit.cardId === `shape:${cardId}`)?.state
}

describe.each(LOCALES)('coverage of the untouched template in %s', (locale) => {
  const { records } = buildTemplate('dilemma-remedy', locale)
  const result = coverage(records)

  it('is 9 of 14', () => {
    expect([result.covered, result.total]).toEqual([9, 14])
  })

  it('lists the dilemmas without an answer', () => {
    const missing = result.units.filter((unit) => unit.state !== 'covered').map((unit) => [unit.cardId, unit.state, unit.inheritedFrom])
    expect(missing).toEqual([
      ['shape:d1-1a', 'weak', 'shape:d1-1'],
      ['shape:d1-1b', 'weak', 'shape:d1-1'],
      ['shape:d2-2a', 'weak', undefined],
      ['shape:d2-2b', 'weak', undefined],
      ['shape:d2-5', 'weak', undefined],
    ])
  })

  it('lists the remedies that answer nothing', () => {
    expect(result.unusedRemedies).toEqual(['shape:r1-3a', 'shape:r1-4', 'shape:r2-2a'])
  })
})

describe('a local dilemma', () => {
  const { records } = buildTemplate('dilemma-remedy', 'en')

  it('counts once it has text', () => {
    expect(coverage([...records, card('x', 'dilemma', '  ')]).total).toBe(14)
    expect(coverage([...records, card('x', 'dilemma', 'No lift')])).toMatchObject({ total: 15, covered: 9 })
  })

  it('is covered by a link of the group, in either direction', () => {
    const withCard = [...records, card('x', 'dilemma', 'No lift')]
    expect(stateOf([...withCard, ...link('l1', 'x', 'r4')], 'x')).toBe('covered')
    expect(stateOf([...withCard, ...link('l1', 'r4', 'x')], 'x')).toBe('covered')
    expect(stateOf([...withCard, ...link('l1', 'x', 'r4', 'implied-weak')], 'x')).toBe('weak')
  })

  it('takes no unit away when it hangs below a dilemma of the paper', () => {
    const child = card('x', 'dilemma', 'No lift', { parent: 'shape:d3-1' })
    expect(coverage([...records, child])).toMatchObject({ total: 15, covered: 10 })
  })
})

describe('what does not count', () => {
  const a = card('a', 'dilemma', 'A')
  const r = card('r', 'remedy', 'R')

  it('ignores links whose card, arrow or other end is gone', () => {
    expect(stateOf([a, ...link('l', 'a', 'gone')], 'a')).toBe('open')
    expect(stateOf([a, r, ...link('l', 'a', 'r').slice(1)], 'a')).toBe('open')
    expect(stateOf([a, r, ...link('l', 'a', 'r').slice(0, 2)], 'a')).toBe('open')
  })

  it('ignores links to anything but a remedy', () => {
    expect(stateOf([a, card('n', 'note', 'N'), ...link('l', 'a', 'n')], 'a')).toBe('open')
    expect(stateOf([a, ...link('l', 'a', 'a')], 'a')).toBe('open')
  })

  it('survives parents in a circle', () => {
    const one = card('a', 'dilemma', 'A', { parent: 'shape:b' })
    const two = card('b', 'dilemma', 'B', { parent: 'shape:a' })
    expect(coverage([one, two])).toMatchObject({ total: 2, covered: 0 })
  })
})

describe('laws', () => {
  const { records } = buildTemplate('dilemma-remedy', 'en')
  const dilemmas = records.filter((record) => record.props?.['kind'] === 'dilemma').map((record) => record.id.slice(6))
  const remedies = records.filter((record) => record.props?.['kind'] === 'remedy').map((record) => record.id.slice(6))
  const strong = fc.constantFrom<LinkBasis | undefined>('explicit', 'explicit-general', 'implied-strong', 'implied', 'group', undefined)
  const pair = fc.record({ dilemma: fc.constantFrom(...dilemmas), remedy: fc.constantFrom(...remedies), basis: strong })

  it('does not depend on the order of records', () => {
    const expected = coverage(records)
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(coverage(shuffled)).toEqual(expected)
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  it('never falls when a link that is not weak is added', () => {
    const untouched = records.filter((record) => record.type !== 'arrow')
    fc.assert(
      fc.property(fc.boolean(), fc.array(pair, { maxLength: 12 }), (withPaper, pairs) => {
        const board = withPaper ? [...records] : [...untouched]
        let before = coverage(board).covered
        for (const [i, { dilemma, remedy, basis }] of pairs.entries()) {
          board.push(...link(`new-${i}`, dilemma, remedy, basis))
          const after = coverage(board).covered
          expect(after).toBeGreaterThanOrEqual(before)
          before = after
        }
      }),
      { seed: SEED, numRuns: 50 },
    )
  })
})
