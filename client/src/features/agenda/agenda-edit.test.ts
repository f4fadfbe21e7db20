import { PHASE_PERMISSIONS } from '@remedyboard/shared/workshop/state'
import { describe, expect, it } from 'vitest'
import { addPhase, changePhase, inOneLanguage, movePhase, newPhase, removePhase, withLimit, withPermission } from './agenda-edit.ts'

const agenda = ['a', 'b', 'c'].map((id) => newPhase(id, id, 'local'))
const ids = (phases: readonly { id: string }[]) => phases.map(({ id }) => id).join('')

describe('an edit of the agenda', () => {
  it('adds behind a step or first, and twice is once', () => {
    const add = addPhase(newPhase('x', 'x', 'plan'), 'a')
    expect(ids(add(agenda))).toBe('axbc')
    expect(ids(add(add(agenda)))).toBe('axbc')
    expect(ids(addPhase(newPhase('x', 'x', 'plan'), null)(agenda))).toBe('xabc')
  })

  it('moves as far as there is room', () => {
    expect(ids(movePhase('c', -1)(agenda))).toBe('acb')
    expect(ids(movePhase('a', -1)(agenda))).toBe('abc')
    expect(ids(movePhase('c', 1)(agenda))).toBe('abc')
  })

  it('does nothing to a step that somebody has taken out', () => {
    const without = removePhase('b')(agenda)
    expect(changePhase('b', (phase) => ({ ...phase, minutes: 99 }))(without)).toEqual(without)
  })

  it('keeps the other language, unless both were the same', () => {
    expect(inOneLanguage({ en: 'Vote', zh: '投票' }, 'zh-CN', '表决')).toEqual({ en: 'Vote', zh: '表决' })
    expect(inOneLanguage({ en: 'Vote', zh: '投票' }, 'en', 'Poll')).toEqual({ en: 'Poll', zh: '投票' })
    expect(inOneLanguage({ en: '', zh: '' }, 'zh-CN', '表决')).toEqual({ en: '表决', zh: '表决' })
  })

  it('keeps permissions in the order of the table', () => {
    const phase = withPermission(newPhase('x', 'x', 'plan'), 'react', true, PHASE_PERMISSIONS)
    expect(phase.can).toEqual(['react', 'add'])
    expect(withPermission(phase, 'add', false, PHASE_PERMISSIONS).can).toEqual(['react'])
  })

  it('never leaves a limit that means nothing, or hidden writing in which nobody may write', () => {
    const [changed] = changePhase('a', (phase) => withLimit(withLimit(phase, 'maxPerItem', 4), 'votes', 3))(agenda)
    expect(changed?.limits).toEqual({ maxPerItem: 3, votes: 3 })
    expect(withLimit(withLimit(newPhase('x', 'x', 'plan'), 'notes', 3), 'notes', null).limits).toBeUndefined()
    const [hidden] = changePhase('a', (phase) => ({ ...phase, can: ['watch'], privacy: 'hidden' }))(agenda)
    expect(hidden?.can).toEqual(['watch', 'add'])
  })
})
