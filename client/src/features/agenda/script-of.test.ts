import { agendaOf } from '@remedyboard/shared/templates/agenda'
import { describe, expect, it } from 'vitest'
import { scriptOf } from './script-of.ts'

const keysOf = (flow: 'A' | 'B' | 'C', id: string) => {
  const phase = agendaOf(flow).find((each) => each.id === id)
  return phase ? scriptOf(phase).map(({ key }) => key) : []
}

describe('scriptOf', () => {
  it('gives every phase of the flows something to say besides the instruction', () => {
    for (const flow of ['A', 'B', 'C'] as const)
      for (const phase of agendaOf(flow)) expect(scriptOf(phase).length, phase.id).toBeGreaterThan(1)
  })

  it('announces what happens with hidden notes, how many, and when they are shown', () => {
    expect(keysOf('A', 'A3')).toEqual(['readFor', 'anonymous', 'limit', 'reveal'])
    expect(keysOf('A', 'A8')).toEqual(['readFor', 'anonymous', 'group', 'reveal'])
  })

  it('names the dots and says that the vote is secret', () => {
    const vote = agendaOf('A').find(({ id }) => id === 'A6')
    expect(vote && scriptOf(vote)).toContainEqual({ key: 'vote', votes: 5, cap: 2 })
    expect(keysOf('A', 'A6')).toContain('secret')
  })
})
