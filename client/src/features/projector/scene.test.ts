import type { RoundResult } from '@remedyboard/shared/workshop/round'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { describe, expect, it } from 'vitest'
import { sceneOf, type Seen } from './scene.ts'

const NOW = 1_772_000_000_000

const phase = (id: string, can: Phase['can']): Phase => ({
  id,
  name: { en: id, zh: id },
  instruction: { en: '', zh: '' },
  minutes: 5,
  area: 'local',
  can,
  privacy: 'open',
})

const result: RoundResult = {
  id: 'r',
  kind: 'dots',
  title: '',
  cards: ['a'],
  budget: 1,
  cap: 1,
  closedAt: NOW - 60_000,
  ballots: 0,
  proxies: 0,
  people: 0,
  items: [],
}

const view: Parameters<typeof sceneOf>[0] = {
  agenda: [phase('write', ['add']), phase('vote', ['vote']), phase('look', ['watch', 'react']), phase('link', ['link'])],
  phaseId: null,
  round: null,
  writing: null,
  results: [],
  attention: { mode: 'free' },
}
const NOTHING: Seen = { revealed: [], closedRound: null }
const shown = (change: Partial<typeof view>, seen = NOTHING) => sceneOf({ ...view, ...change }, seen, NOW).show

describe('sceneOf', () => {
  it('counts while people write, and turns the notes over when they are shown', () => {
    expect(shown({ writing: { notes: 0, people: 0 } })).toBe('writing')
    expect(shown({ writing: { notes: 3, people: 2 } })).toBe('writing')
    const revealed = { ...NOTHING, revealed: ['shape:1'] }
    expect(shown({ writing: { notes: 0, people: 0 } }, revealed)).toBe('reveal')
    expect(shown({}, revealed)).toBe('reveal')
    expect(shown({ writing: { notes: 1, people: 1 } }, revealed)).toBe('writing')
  })

  it('shows the ranking while its step runs and in the step for looking at it, and then no more', () => {
    const results = [result]
    expect(shown({ phaseId: 'write', results })).toBe('board')
    expect(shown({ phaseId: 'vote', results })).toBe('ranking')
    expect(shown({ phaseId: 'look', results })).toBe('ranking')
    expect(shown({ phaseId: 'link', results })).toBe('board')
    expect(shown({ phaseId: 'link', results }, { ...NOTHING, closedRound: 'r' })).toBe('ranking')
    expect(shown({ phaseId: 'vote', results: [{ ...result, closedAt: NOW - 2 * 60 * 60_000 }] })).toBe('board')
  })

  it('goes where the facilitator points, but never away from an open vote', () => {
    const round = { id: 'q', kind: 'dots', title: '', cards: ['a'], budget: 1, cap: 1, openedAt: NOW, ballots: 0 } as const
    const attention = { mode: 'area', area: 'local' } as const
    expect(shown({ phaseId: 'vote', results: [result], attention })).toBe('board')
    expect(shown({ writing: { notes: 3, people: 2 }, attention })).toBe('board')
    expect(shown({ round, attention })).toBe('voting')
  })
})
