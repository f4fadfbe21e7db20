import type { Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { newPhase } from './agenda-edit.ts'
import { PhaseCard } from './PhaseCard.tsx'
import { SteerBar } from './SteerBar.tsx'
import { StripControls } from './StripControls.tsx'
import { useSteerKeys } from './use-steer-keys.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
// The page without a screen has no popovers.
Object.assign(HTMLElement.prototype, { hidePopover: () => undefined })
const root = createRoot(document.body.appendChild(document.createElement('div')))
const NOW = 1_000_000
const AGENDA = ['A1', 'A2', 'A3'].map((id) => newPhase(id, id, 'local'))

type Surface = (props: { session: BoardSession }) => ReactNode

/** On a laptop the controls are in the card. */
async function steerAs(role: Role, change: Partial<SessionView> = {}, Surface?: Surface): Promise<WorkshopCommand[]> {
  const sent: WorkshopCommand[] = []
  const session = {
    view: new Cell<SessionView>({
      ...sharedViewFor(EMPTY_WORKSHOP, new Map(), role),
      agenda: AGENDA,
      phaseId: 'A1',
      phaseRun: 7,
      timer: { state: 'running', endsAt: NOW + 90_000, durationMs: 300_000 },
      me: { id: 'p', name: 'Li', role, ready: false, drafts: [], groupDrafts: [], ballot: null },
      ...change,
    }),
    serverNow: () => NOW,
    send: async (command: WorkshopCommand) => void sent.push(command),
  } as Partial<BoardSession> as BoardSession // nothing else of a session is used here
  function Console() {
    useSteerKeys(session)
    if (Surface) return <Surface session={session} />
    return <PhaseCard session={session} canSteer={role === 'facilitator'} onShowArea={() => undefined} />
  }
  await act(async () => root.render(<Console />))
  return sent
}

const press = (letters: string) =>
  act(async () => {
    for (const letter of letters) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code: `Key${letter}`, altKey: true, bubbles: true, cancelable: true }))
    }
  })
const click = (words: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click())

afterEach(() => act(async () => root.render(null)))

describe('steering by keyboard', () => {
  it('does what the buttons do', async () => {
    const sent = await steerAs('facilitator', { phaseId: 'A2' })
    await press('NUPMR')
    expect(sent).toEqual([
      { type: 'set-phase', phaseId: 'A3' },
      { type: 'set-phase', phaseId: 'A1' },
      { type: 'set-timer', remainingMs: 90_000, running: false },
      { type: 'set-timer', remainingMs: 150_000, running: true },
      { type: 'set-timer', remainingMs: 300_000, running: true },
    ])
  })

  it('starts the first step, and never ends the agenda', async () => {
    const before = await steerAs('facilitator', { phaseId: null, timer: { state: 'idle' } })
    await press('NPMR')
    expect(before).toEqual([{ type: 'set-phase', phaseId: 'A1' }])
    const last = await steerAs('facilitator', { phaseId: 'A3' })
    await press('N')
    expect(last).toEqual([])
  })

  it('is for facilitators only', async () => {
    const sent = await steerAs('participant')
    await press('NUPMR')
    expect(sent).toEqual([])
  })
})

describe('what is needed now and then', () => {
  it('begins the step again, leaves one out, and gives the whole time again', async () => {
    const sent = await steerAs('facilitator')
    await click('Begin this step again')
    await click('Leave out “A2”')
    await click('Timer from its beginning')
    expect(sent).toEqual([
      { type: 'repeat-phase', run: 7 },
      { type: 'set-phase', phaseId: 'A3' },
      { type: 'set-timer', remainingMs: 300_000, running: true },
    ])
  })

  it('starts a timer where there is none', async () => {
    const sent = await steerAs('facilitator', { timer: { state: 'idle' } })
    await click('3 min')
    expect(sent).toEqual([{ type: 'set-timer', remainingMs: 180_000, running: true }])
  })
})

describe('steering on a phone', () => {
  const tap = (label: string) =>
    act(async () => [...document.querySelectorAll('button')].find((each) => each.getAttribute('aria-label') === label)?.click())

  it('has everything one tap away in the open panel', async () => {
    const sent = await steerAs('facilitator', { phaseId: 'A1' }, SteerBar)
    await tap('Begin this step again')
    await tap('Leave out “A2”')
    await tap('Timer from its beginning')
    await tap('Pause')
    await tap('Add one minute')
    await click('Next')
    expect(sent).toEqual([
      { type: 'repeat-phase', run: 7 },
      { type: 'set-phase', phaseId: 'A3' },
      { type: 'set-timer', remainingMs: 300_000, running: true },
      { type: 'set-timer', remainingMs: 90_000, running: false },
      { type: 'set-timer', remainingMs: 150_000, running: true },
      { type: 'set-phase', phaseId: 'A2' },
    ])
    const back = await steerAs('facilitator', { phaseId: 'A2' }, SteerBar)
    await tap('Back')
    expect(back).toEqual([{ type: 'set-phase', phaseId: 'A1' }])
  })

  it('has what cannot wait beside the running step, and never the end of the workshop', async () => {
    const sent = await steerAs('facilitator', { phaseId: 'A2' }, StripControls)
    await tap('Add one minute')
    await tap('Pause')
    await tap('Next: A3')
    expect(sent.map(({ type }) => type)).toEqual(['set-timer', 'set-timer', 'set-phase'])
    await steerAs('facilitator', { phaseId: 'A3' }, StripControls)
    expect([...document.querySelectorAll('button')].map((each) => each.getAttribute('aria-label'))).toEqual(['Add one minute', 'Pause'])
    const start = await steerAs('facilitator', { phaseId: null, phaseRun: 0, timer: { state: 'idle' } }, StripControls)
    await tap('Start: A1')
    expect(start).toEqual([{ type: 'set-phase', phaseId: 'A1' }])
  })
})
