import { describe, expect, it } from 'vitest'
import type { PhasePermission } from '../workshop/state.ts'
import { agendaOf } from './agenda.ts'

const PERMISSIONS: readonly PhasePermission[] = ['watch', 'react', 'comment', 'add', 'suggest', 'move', 'edit', 'link', 'rate', 'vote']
const FLOWS = [
  ['A', 90],
  ['B', 60],
  ['C', 45],
] as const

describe.each(FLOWS)('flow %s', (flow, minutes) => {
  const phases = agendaOf(flow)

  it('takes the minutes that it announces', () => {
    expect(phases.reduce((sum, phase) => sum + phase.minutes, 0)).toBe(minutes)
  })

  it('uses permissions and privacy that the workshop knows', () => {
    for (const phase of phases) {
      for (const permission of phase.can) expect(PERMISSIONS).toContain(permission)
      expect(['open', 'hidden', 'group', 'secret']).toContain(phase.privacy)
    }
  })

  it('tells participants in both languages what to do, in words that fit a phone', () => {
    for (const { id, instruction } of phases) {
      expect(instruction.en.length, id).toBeGreaterThan(20)
      expect(instruction.en.length, id).toBeLessThan(150)
      expect(instruction.zh, id).toMatch(/\p{Script=Han}/u)
      expect(instruction.zh.length, id).toBeLessThan(60)
    }
  })
})
