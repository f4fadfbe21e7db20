import { describe, expect, it } from 'vitest'
import type { OutgoingDraft } from './draft-outbox.ts'
import { freeField, leftTexts } from './left-texts.ts'
import { targetName } from './writing-target.ts'

const KEPT = new Map([
  [targetName({ kind: 'new', phaseId: 'A3' }), 'half a note'],
  [targetName({ kind: 'note', phaseId: 'A3', id: 'n1' }), 'half a change'],
  [targetName({ kind: 'new', phaseId: null }), 'half a card'],
  [targetName({ kind: 'talk', id: 'shape:1' }), 'half a comment'],
  [targetName({ kind: 'action' }), 'half an action'],
  [targetName({ kind: 'card', id: 'shape:1' }), '  '],
])
const NO_ONE = { forget: () => undefined, keepUnfinished: () => undefined }
const refused = (id: string, phaseId: string): OutgoingDraft => ({ id, phaseId, text: `note ${id}`, edit: 'e', state: 'refused' })

function left(shown: string[], outgoing: OutgoingDraft[] = [], kept: ReadonlyMap<string, string> = KEPT) {
  const desk = { phaseId: 'A4', outgoing, kept, isShown: (name: string) => shown.includes(name) }
  return leftTexts(NO_ONE, desk).map(({ text, why }) => `${why}: ${text}`)
}

describe('leftTexts', () => {
  it('offers what was being written and has no field any more, and leaves alone what a field shows', () => {
    expect(left([targetName({ kind: 'new', phaseId: 'A3' }), targetName({ kind: 'note', phaseId: 'A3', id: 'n1' })])).toEqual([
      'unfinished: half a card',
      'unfinished: half a comment',
      'unfinished: half an action',
    ])
    expect(left([...KEPT.keys()])).toEqual([])
  })

  it('offers a note that was refused, also of the step that runs: its author may not write any more, so nothing else shows it', () => {
    const outgoing = [refused('n1', 'A3'), refused('n2', 'A4'), { ...refused('n3', 'A4'), state: 'waiting' as const }]
    expect(left([], outgoing, new Map())).toEqual(['late: note n1', 'notTaken: note n2'])
    expect(left([targetName({ kind: 'note', phaseId: 'A4', id: 'n2' })], outgoing, new Map())).toEqual(['late: note n1'])
  })
})

describe('freeField', () => {
  const isShown = (name: string) => name === targetName({ kind: 'new', phaseId: 'A4' })

  it('is the field of the step that runs, when it is there and empty: nothing that is being written is replaced', () => {
    const field = targetName({ kind: 'new', phaseId: 'A4' })
    expect(freeField({ phaseId: 'A4', kept: KEPT, isShown })).toBe(field)
    expect(freeField({ phaseId: 'A4', kept: new Map([[field, ' \n']]), isShown })).toBe(field)
    expect(freeField({ phaseId: 'A4', kept: new Map([[field, 'half a thought']]), isShown })).toBeNull()
    expect(freeField({ phaseId: 'A3', kept: KEPT, isShown })).toBeNull()
  })
})
