import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { describe, expect, it } from 'vitest'
import { suggestedRound } from './suggested-round.ts'

const phase = (id: string, change: Partial<Phase>): Phase => ({
  id,
  name: { en: 'Vote on dilemmas', zh: '困境投票' },
  instruction: { en: '', zh: '' },
  minutes: 5,
  area: 'dilemmas',
  can: ['vote'],
  privacy: 'secret',
  ...change,
})

const card = (id: string, area: string, kind: MappingCard['kind']) =>
  // The fields that a round is suggested by.
  [id, { id, text: id, area, kind } as MappingCard] as const

const graph = { cards: new Map([card('a', 'dilemmas', 'dilemma'), card('b', 'dilemmas', 'dilemma'), card('c', 'actors', 'stakeholder')]) }

describe('suggestedRound', () => {
  it('asks as the running phase says', () => {
    const agenda = [phase('vote', { limits: { votes: 7, maxPerItem: 3 } })]
    expect(suggestedRound({ agenda, phaseId: 'vote' }, graph, 'zh-CN')).toEqual({
      kind: 'dots',
      title: '困境投票',
      source: { from: 'area', area: 'dilemmas' },
      cardKind: 'dilemma',
      budget: 7,
      cap: 3,
    })
    expect(suggestedRound({ agenda: [phase('rate', { can: ['rate'], area: 'actors' })], phaseId: 'rate' }, graph, 'en')).toMatchObject({
      kind: 'rating',
      source: { from: 'area', area: 'actors' },
      cardKind: 'stakeholder',
    })
  })

  it('takes in what was written in secret for the area and lies beside it', () => {
    const agenda = [phase('write', { privacy: 'hidden', noteArea: 'local' }), phase('vote', {})]
    expect(suggestedRound({ agenda, phaseId: 'vote' }, graph, 'en')).toMatchObject({ source: { from: 'all' }, cardKind: 'dilemma' })
  })

  it('has usual numbers without an agenda', () => {
    expect(suggestedRound({ agenda: [], phaseId: null }, graph, 'en')).toMatchObject({
      title: '',
      source: { from: 'all' },
      budget: 5,
      cap: 2,
    })
  })
})
