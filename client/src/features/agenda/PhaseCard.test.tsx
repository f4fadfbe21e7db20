import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { PhaseCard } from './PhaseCard.tsx'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const phase = (id: string): Phase => ({
  id,
  name: { en: `Name ${id}`, zh: `名称 ${id}` },
  instruction: { en: `Do ${id}`, zh: `做 ${id}` },
  minutes: 5,
  area: 'dilemmas',
  can: ['add'],
  privacy: 'open',
})

const NOW = 1_000_000

const ME = { id: 'p', name: 'Li', ready: false, drafts: [], groupDrafts: [], ballot: null }

/** The part of a session that the card uses. */
function fakeSession(view: Partial<SessionView>, refuse?: ApiFailure) {
  const sent: WorkshopCommand[] = []
  const session: Pick<BoardSession, 'view' | 'serverNow' | 'send'> = {
    view: new Cell<SessionView>({
      ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
      agenda: [phase('A1'), phase('A2'), phase('A3')],
      phaseId: 'A2',
      timer: { state: 'running', endsAt: NOW + 90_000, durationMs: 300_000 },
      me: { ...ME, role: 'facilitator' },
      ...view,
    }),
    serverNow: () => NOW,
    send: async (command) => {
      sent.push(command)
      if (refuse) throw refuse
    },
  }
  return { sent, session: session as BoardSession }
}

let root: Root
let host: HTMLElement

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})

afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
})

const show = (session: BoardSession, canSteer: boolean) =>
  act(async () => root.render(<PhaseCard session={session} canSteer={canSteer} onShowArea={() => undefined} />))

/** The button whose name begins so: "Next" goes on with what comes next. */
async function press(name: string): Promise<void> {
  const nameOf = (each: HTMLButtonElement) => (each.getAttribute('aria-label') ?? each.textContent).trim()
  const button = [...host.querySelectorAll('button')].find((each) => nameOf(each).startsWith(name))
  if (!button) throw new Error(`no button "${name}" in ${host.textContent}`)
  await act(async () => button.click())
}

describe('PhaseCard', () => {
  it('shows the step, what to do and the time left', async () => {
    await show(fakeSession({}).session, true)
    for (const text of ['Step 2 of 3', 'Name A2', 'Do A2', '01:30']) expect(host.textContent).toContain(text)
  })

  it('steers: next, back, a minute more, pause', async () => {
    const { session, sent } = fakeSession({})
    await show(session, true)
    for (const name of ['Next', 'Back', 'Add one minute', 'Pause']) await press(name)
    expect(sent).toEqual([
      { type: 'set-phase', phaseId: 'A3' },
      { type: 'set-phase', phaseId: 'A1' },
      { type: 'set-timer', remainingMs: 150_000, running: true },
      { type: 'set-timer', remainingMs: 150_000, running: false },
    ])
  })

  it('says what comes next on the button, and how long all of it takes', async () => {
    await show(fakeSession({}).session, true)
    expect(host.querySelector('.phase-next')?.textContent).toBe('NextName A3 · 5 min')
    expect(host.textContent).toContain('7 min to the end')
  })

  it('tells the end of a workshop from its beginning', async () => {
    await show(fakeSession({ phaseId: null, phaseRun: 0, timer: { state: 'idle' } }).session, true)
    expect(host.textContent).toContain('No step is running')
    expect(host.querySelector('.phase-next')?.textContent).toContain('StartName A1')
    await show(fakeSession({ phaseId: null, phaseRun: 4, timer: { state: 'idle' } }).session, true)
    expect(host.textContent).toContain('All steps are done')
    expect(host.querySelector('.phase-next')?.textContent).toContain('Begin again')
  })

  it('the last step ends the agenda, after a question', async () => {
    const { session, sent } = fakeSession({ phaseId: 'A3' })
    await show(session, true)
    await press('Finish')
    expect(sent).toEqual([])
    await press('Finish')
    expect(sent).toEqual([{ type: 'set-phase', phaseId: null }])
  })

  it('participants see the same without controls', async () => {
    await show(fakeSession({ me: { ...ME, role: 'participant' } }).session, false)
    expect(host.textContent).toContain('01:30')
    expect([...host.querySelectorAll('button')].map(({ textContent }) => textContent.trim())).toEqual(['Show its area'])
  })

  it('says in words that the time is up, and goes nowhere by itself', async () => {
    const { session, sent } = fakeSession({ timer: { state: 'running', endsAt: NOW - 65_000, durationMs: 300_000 } })
    await show(session, true)
    expect(host.textContent).toContain('Time is up')
    expect(host.textContent).toContain('01:05 over')
    expect(sent).toEqual([])
  })

  it('a refused command is said', async () => {
    await show(fakeSession({}, new ApiFailure(503, 'store-unavailable', '')).session, true)
    await press('Next')
    expect(host.querySelector('[role=alert]')?.textContent).toContain('The server cannot store anything right now')
  })
})
