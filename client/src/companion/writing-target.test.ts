import { describe, expect, it } from 'vitest'
import { orphanedTexts, targetName } from './writing-target.ts'

const KEPT = new Map([
  [targetName({ kind: 'new', phaseId: 'A3' }), 'half a note'],
  [targetName({ kind: 'note', phaseId: 'A3', id: 'n1' }), 'half a change'],
  [targetName({ kind: 'new', phaseId: null }), 'half a card'],
  [targetName({ kind: 'talk', id: 'shape:1' }), 'half a comment'],
  [targetName({ kind: 'card', id: 'shape:1' }), '  '],
])
const texts = (...now: Parameters<typeof orphanedTexts>[1][]) => now.map((desk) => orphanedTexts(KEPT, desk).map(([, text]) => text))

describe('orphanedTexts', () => {
  it('offers what was being written for a step that is over', () => {
    expect(texts({ phaseId: 'A3', tasks: ['write'] }, { phaseId: 'A4', tasks: ['read'] })).toEqual([
      ['half a card', 'half a comment'],
      ['half a note', 'half a change', 'half a card'],
    ])
  })

  it('offers it also to those who may not write any more, and leaves alone what a field shows', () => {
    expect(texts({ phaseId: 'A3', tasks: ['watch'] }, { phaseId: null, tasks: ['wait', 'add', 'read'] })).toEqual([
      ['half a note', 'half a change', 'half a card', 'half a comment'],
      ['half a note', 'half a change'],
    ])
  })
})
