import { expect, it } from 'vitest'
import { newPhase } from './agenda-edit.ts'
import { steerCommand, type Steering } from './steer-command.ts'

const NOW = 1_000_000
const agenda = ['A1', 'A2', 'A3'].map((id) => newPhase(id, id, 'local'))
const ALL: readonly Steering[] = ['next', 'finish', 'back', 'repeat', 'skip', 'minute', 'pause', 'reset']
const possible = (phaseId: string | null, timer: Parameters<typeof steerCommand>[1]['timer']) =>
  ALL.filter((steering) => steerCommand(steering, { agenda, phaseId, phaseRun: 1, timer }, NOW) !== null)

it('offers what makes sense where the workshop stands', () => {
  const idle = { state: 'idle' } as const
  const running = { state: 'running', endsAt: NOW + 60_000, durationMs: 300_000 } as const
  expect(possible(null, idle)).toEqual(['next', 'back'])
  expect(possible('A1', running)).toEqual(['next', 'repeat', 'skip', 'minute', 'pause', 'reset'])
  expect(possible('A2', idle)).toEqual(['next', 'back', 'repeat', 'reset'])
  expect(possible('A3', running)).toEqual(['finish', 'back', 'repeat', 'minute', 'pause', 'reset'])
  // A time that is up cannot be paused; one minute more starts it again.
  expect(possible('A3', { ...running, endsAt: NOW - 1 })).toEqual(['finish', 'back', 'repeat', 'minute', 'reset'])
  // A step that another facilitator took out of the agenda meanwhile.
  expect(possible('gone', idle)).toEqual(['next'])
})

it('goes over one step, and goes on after a pause', () => {
  const paused = { state: 'paused', remainingMs: 5_000, durationMs: 300_000 } as const
  const view = { agenda, phaseId: 'A1', phaseRun: 1, timer: paused }
  expect(steerCommand('skip', view, NOW)).toEqual({ type: 'set-phase', phaseId: 'A3' })
  expect(steerCommand('pause', view, NOW)).toEqual({ type: 'set-timer', remainingMs: 5_000, running: true })
  expect(steerCommand('minute', view, NOW)).toEqual({ type: 'set-timer', remainingMs: 65_000, running: false })
})

it('goes back from the end into the last step, and from before the beginning nowhere', () => {
  const view = { agenda, phaseId: null, timer: { state: 'idle' } } as const
  expect(steerCommand('back', { ...view, phaseRun: 4 }, NOW)).toEqual({ type: 'set-phase', phaseId: 'A3' })
  expect(steerCommand('back', { ...view, phaseRun: 0 }, NOW)).toBeNull()
})
