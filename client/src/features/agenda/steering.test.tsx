import type { Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { openPopover } from '../../ui/popover-for-tests.ts'
import { newPhase } from './agenda-edit.ts'
import { PhaseCard } from './PhaseCard.tsx'
import { SteerBar } from './SteerBar.tsx'
import { STEP_GUARD_MS } from './steering-memory.ts'
import { StripControls } from './StripControls.tsx'
import { NOW_PART_ID } from './Unfinished.tsx'
import { useSteerKeys } from './use-steer-keys.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
// The page without a screen has no popovers.
Object.assign(HTMLElement.prototype, { hidePopover: () => undefined })
const root = createRoot(document.body.appendChild(document.createElement('div')))
const NOW = 1_000_000
const AGENDA = ['A1', 'A2', 'A3'].map((id) => newPhase(id, id, 'local'))

type Surface = (props: { session: BoardSession }) => ReactNode

/** On a laptop the controls are in the card. `tell` changes what the page is told. */
async function steering(role: Role, change: Partial<SessionView> = {}, Surface?: Surface) {
  const sent: WorkshopCommand[] = []
  const view = new Cell<SessionView>({
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), role),
    agenda: AGENDA,
    phaseId: 'A1',
    phaseRun: 7,
    timer: { state: 'running', endsAt: NOW + 90_000, durationMs: 300_000 },
    me: { id: 'p', name: 'Li', role, ready: false, drafts: [], groupDrafts: [], ballot: null },
    ...change,
  })
  let answer: Promise<void> = Promise.resolve()
  const session = {
    view,
    serverNow: () => NOW,
    send: async (command: WorkshopCommand) => {
      sent.push(command)
      await answer
    },
  } as Partial<BoardSession> as BoardSession // nothing else of a session is used here
  function Console() {
    useSteerKeys(session)
    if (Surface) return <Surface session={session} />
    return <PhaseCard session={session} canSteer={role === 'facilitator'} onShowArea={() => undefined} />
  }
  await act(async () => root.render(<Console />))
  const tell = (news: Partial<SessionView>) => act(async () => view.set({ ...view.get(), ...news }))
  const answerLater = () => {
    let arrive = (): void => undefined
    answer = new Promise((resolve) => (arrive = resolve))
    return () => act(async () => arrive())
  }
  return { sent, tell, answerLater }
}

const steerAs = async (...those: Parameters<typeof steering>) => (await steering(...those)).sent

async function press(letters: string): Promise<void> {
  for (const letter of letters) {
    await act(async () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code: `Key${letter}`, altKey: true, bubbles: true, cancelable: true })),
    )
  }
}
const buttonOf = (words: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))
const click = (words: string) => act(async () => buttonOf(words)?.click())
const pass = (ms: number) => act(async () => vi.advanceTimersByTime(ms))

beforeEach(() => vi.useFakeTimers())
afterEach(async () => {
  await act(async () => root.render(null))
  vi.useRealTimers()
})

describe('steering by keyboard', () => {
  it('does what the buttons do', async () => {
    const sent = await steerAs('facilitator', { phaseId: 'A2' })
    await press('NUMP')
    expect(sent).toEqual([
      { type: 'set-phase', phaseId: 'A3' },
      { type: 'set-phase', phaseId: 'A1' },
      { type: 'set-timer', remainingMs: 150_000, running: true },
      { type: 'set-timer', remainingMs: 150_000, running: false },
    ])
  })

  it('destroys nothing: the timer begins anew only after a question', async () => {
    const sent = await steerAs('facilitator')
    await press('R')
    expect(sent).toEqual([])
  })

  it('starts the first step, and never ends the agenda', async () => {
    const before = await steerAs('facilitator', { phaseId: null, phaseRun: 0, timer: { state: 'idle' } })
    await press('NUPM')
    expect(before).toEqual([{ type: 'set-phase', phaseId: 'A1' }])
    const last = await steerAs('facilitator', { phaseId: 'A3' })
    await press('N')
    expect(last).toEqual([])
  })

  it('is for facilitators only', async () => {
    const sent = await steerAs('participant')
    await press('NUPM')
    expect(sent).toEqual([])
  })
})

describe('a double click', () => {
  it('goes one step: the second click was meant for the step before, and used to be computed from the new one', async () => {
    const { sent, tell } = await steering('facilitator', { phaseId: 'A1' })
    await click('Next')
    await tell({ phaseId: 'A2', phaseRun: 8 })
    await click('Next')
    await press('NU')
    expect(sent).toEqual([{ type: 'set-phase', phaseId: 'A2' }])
    await pass(STEP_GUARD_MS)
    await click('Next')
    expect(sent.at(-1)).toEqual({ type: 'set-phase', phaseId: 'A3' })
  })

  it('on the last step but one ends no workshop, nor does a single click on the last', async () => {
    const { sent, tell } = await steering('facilitator', { phaseId: 'A2' })
    await click('Next')
    await tell({ phaseId: 'A3', phaseRun: 8 })
    await click('Finish')
    await click('Finish')
    expect(document.querySelector('[role=alertdialog]')).toBeNull()
    await pass(STEP_GUARD_MS)
    await click('Finish')
    expect(document.querySelector('[role=alertdialog]')?.getAttribute('aria-label')).toContain('End the workshop?')
    expect(sent).toHaveLength(1)
    await click('Finish')
    expect(sent.at(-1)).toEqual({ type: 'set-phase', phaseId: null })
  })

  it('on Start goes into the first step only, although its button is another one', async () => {
    const { sent, tell } = await steering('facilitator', { phaseId: null, phaseRun: 0, timer: { state: 'idle' } })
    await click('Start')
    await tell({ phaseId: 'A1', phaseRun: 1 })
    await click('Next')
    expect(sent).toEqual([{ type: 'set-phase', phaseId: 'A1' }])
  })

  it('leaves pause and a minute more alone, which lose nothing', async () => {
    const { sent, tell } = await steering('facilitator', { phaseId: 'A1' })
    await tell({ phaseId: 'A2', phaseRun: 8 })
    await press('MP')
    expect(sent).toHaveLength(2)
  })
})

describe('while an answer is on its way', () => {
  it('buttons keep the focus, and presses wait for nothing', async () => {
    const { sent, answerLater } = await steering('facilitator', { phaseId: 'A1' })
    const arrive = answerLater()
    const next = buttonOf('Next')
    next?.focus()
    await click('Next')
    await click('Next')
    await press('N')
    expect(next?.getAttribute('aria-disabled')).toBe('true')
    expect(document.activeElement).toBe(next)
    await arrive()
    expect(next?.hasAttribute('aria-disabled')).toBe(false)
    expect(sent).toHaveLength(1)
  })

  it('the focus goes along to the button that ends the workshop, which takes the place of "Next"', async () => {
    const { tell } = await steering('facilitator', { phaseId: 'A2' })
    buttonOf('Next')?.focus()
    await tell({ phaseId: 'A3', phaseRun: 8 })
    await pass(STEP_GUARD_MS)
    expect(document.activeElement?.textContent).toContain('Finish')
  })

  it('a second minute is not lost between the answer and the view that shows the first', async () => {
    const { sent, tell } = await steering('facilitator', {})
    await press('M')
    await press('M')
    expect(sent.at(-1)).toEqual({ type: 'set-timer', remainingMs: 210_000, running: true })
    await tell({ timer: { state: 'running', endsAt: NOW + 30_000, durationMs: 300_000 } })
    await press('M')
    expect(sent.at(-1)).toEqual({ type: 'set-timer', remainingMs: 90_000, running: true })
  })
})

describe('the end of a workshop', () => {
  it('by mistake is taken back: Back opens the last step again', async () => {
    const sent = await steerAs('facilitator', { phaseId: null, phaseRun: 9, timer: { state: 'idle' } })
    await click('Back to the last step')
    expect(sent).toEqual([{ type: 'set-phase', phaseId: 'A3' }])
    const onPhone = await steerAs('facilitator', { phaseId: null, phaseRun: 9, timer: { state: 'idle' } }, SteerBar)
    await click('Back to the last step')
    expect(onPhone).toEqual([{ type: 'set-phase', phaseId: 'A3' }])
  })
})

describe('what would be left behind', () => {
  const round = { id: 'r', kind: 'dots', title: 'What first?', cards: ['a'], budget: 1, cap: 1, openedAt: NOW, ballots: 0 } as const

  it('is said where the workshop goes on: an open vote stays on phones and wall whatever comes next', async () => {
    const { tell } = await steering('facilitator', { round })
    expect(document.querySelector('.unfinished')?.textContent).toContain('The vote “What first?” is still open')
    await tell({ round: null, writing: { notes: 3, people: 2 } })
    expect(document.querySelector('.unfinished')?.textContent).toContain('3 notes are still hidden')
    await tell({ writing: { notes: 0, people: 0 } })
    expect(document.querySelector('.unfinished')).toBeNull()
  })

  it('is one press away, by mouse and by keyboard', async () => {
    const part = document.body.appendChild(document.createElement('div'))
    Object.assign(part, { id: NOW_PART_ID, tabIndex: -1, scrollIntoView: () => undefined })
    await steering('facilitator', { round }, SteerBar)
    await click('Show')
    expect(document.activeElement).toBe(part)
    part.remove()
  })
})

describe('what is needed now and then', () => {
  it('begins the step again and gives the whole time again only after a question, and leaves one out', async () => {
    for (const Surface of [undefined, SteerBar]) {
      const sent = await steerAs('facilitator', {}, Surface)
      await openPopover(document.body)
      await click('Begin this step again…')
      await click('Leave it')
      await click('Timer from its beginning…')
      await click('Leave it')
      expect(sent).toEqual([])
      await click('Begin this step again…')
      await click('Begin again')
      await click('Timer from its beginning…')
      await click('Whole time')
      await click('Leave out “A2”')
      expect(sent).toEqual([
        { type: 'repeat-phase', run: 7 },
        { type: 'set-timer', remainingMs: 300_000, running: true },
        { type: 'set-phase', phaseId: 'A3' },
      ])
    }
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

  it('has time and course one tap away in the open panel, and nothing beside them that a slip would destroy', async () => {
    const sent = await steerAs('facilitator', { phaseId: 'A1' }, SteerBar)
    const labels = [...document.querySelectorAll('.steer-row button')].map((each) => each.getAttribute('aria-label'))
    expect(labels).toEqual(['Back', 'More for this step', 'Pause', 'Add one minute'])
    await tap('Add one minute')
    await tap('Pause')
    await click('Next')
    expect(sent).toEqual([
      { type: 'set-timer', remainingMs: 150_000, running: true },
      { type: 'set-timer', remainingMs: 150_000, running: false },
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
