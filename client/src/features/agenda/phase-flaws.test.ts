import { agendaOf } from '@remedyboard/shared/templates/agenda'
import { expect, it } from 'vitest'
import { newPhase } from './agenda-edit.ts'
import { phaseFlaws } from './phase-flaws.ts'

it('finds nothing in the flows, in either language', () => {
  for (const flow of ['A', 'B', 'C'] as const) {
    for (const phase of agendaOf(flow)) {
      const areas = new Set([phase.area, phase.noteArea ?? phase.area])
      expect([...phaseFlaws(phase, areas, 'en'), ...phaseFlaws(phase, areas, 'zh-CN')], phase.id).toEqual([])
    }
  }
})

it('says what people would stumble over', () => {
  const phase = { ...newPhase('x', ' ', 'gone'), can: [] }
  expect(phaseFlaws(phase, new Set(['plan']), 'en')).toEqual(['noName', 'noInstruction', 'noArea', 'nothingToDo'])
  expect(phaseFlaws({ ...newPhase('x', 'X', 'plan'), can: ['vote'], limits: { votes: 0 } }, new Set(['plan']), 'en')).toContain(
    'tooFewDots',
  )
})
