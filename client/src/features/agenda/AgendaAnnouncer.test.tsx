import { EMPTY_WORKSHOP, type Timer } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { useAnnouncement } from '../../ui/announce.ts'
import { newPhase } from './agenda-edit.ts'
import { AgendaAnnouncer } from './AgendaAnnouncer.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.createElement('div'))

/** what was read aloud, by number: the same words twice are two */
const heard = new Map<number, string>()

function Listening() {
  const { id, message } = useAnnouncement()
  if (message !== '') heard.set(id, message)
  return null
}

/** A loudspeaker that sounds only after somebody has pressed something, as browsers have it. */
class FakeAudio {
  static made: FakeAudio[] = []
  state = 'suspended'
  currentTime = 0
  destination = {}
  notes = 0
  static pressed = false
  constructor() {
    FakeAudio.made.push(this)
  }
  resume(): Promise<void> {
    if (FakeAudio.pressed) this.state = 'running'
    return this.state === 'running' ? Promise.resolve() : new Promise(() => undefined)
  }
  createOscillator() {
    const sound = () => this.notes++
    return { frequency: { value: 0 }, connect: <T,>(to: T) => to, start: sound, stop: () => undefined }
  }
  createGain() {
    const ramp = () => undefined
    return {
      gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp },
      connect: <T,>(to: T) => to,
    }
  }
}

let now = 1_000_000
const running = (endsAt: number): Timer => ({ state: 'running', endsAt, durationMs: 300_000 })

async function page(timer: Timer) {
  const view = new Cell<SessionView>({
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
    agenda: [newPhase('A1', 'Warm-up', 'local')],
    phaseId: 'A1',
    phaseRun: 1,
    timer,
    me: { id: 'f', name: 'F', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null },
  })
  FakeAudio.made.forEach((audio) => (audio.notes = 0))
  const session = { view, serverNow: () => now } as Partial<BoardSession> as BoardSession // nothing else of a session is used here
  await act(async () =>
    root.render(
      <>
        <AgendaAnnouncer session={session} />
        <Listening />
      </>,
    ),
  )
  heard.clear()
  return view
}
const pass = (ms: number) =>
  act(async () => {
    now += ms
    await vi.advanceTimersByTimeAsync(ms)
  })

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('AudioContext', FakeAudio)
})
afterEach(async () => {
  await act(async () => root.render(null))
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('rings at the end although nobody has touched the page since: a press before has made the sound ready', async () => {
  await page(running(now + 60_000))
  FakeAudio.pressed = true
  window.dispatchEvent(new Event('pointerup'))
  FakeAudio.pressed = false
  await pass(59_999)
  expect(FakeAudio.made[0]).toMatchObject({ state: 'running', notes: 0 })
  await pass(1)
  expect(FakeAudio.made[0]?.notes).toBe(2)
  expect([...heard.values()]).toEqual(['Time is up for “Warm-up”.'])
})

it('waits in one go, because a hidden page is woken seldom, and looks at the clock when it is shown again', async () => {
  await page(running(now + 60_000))
  expect(vi.getTimerCount()).toBe(1)
  // The computer slept: time went on, timers did not.
  now += 61_000
  await act(async () => document.dispatchEvent(new Event('visibilitychange')))
  expect(heard.size).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('looks again with each message, and goes along when a minute is added', async () => {
  const view = await page(running(now + 60_000))
  await act(async () => view.set({ ...view.get(), timer: running(now + 120_000) }))
  await pass(60_000)
  expect(heard.size).toBe(0)
  now += 60_000
  await act(async () => view.set({ ...view.get(), hands: [] }))
  expect(heard.size).toBe(1)
})

it('says nothing of what was over before the page was opened', async () => {
  await page(running(now - 5_000))
  await pass(10_000)
  expect([heard.size, vi.getTimerCount()]).toEqual([0, 0])
})

it('rings never late: without a sound until the next press it stays silent, and does not ring into another step', async () => {
  await page(running(now + 60_000))
  const audio = FakeAudio.made[0]
  if (audio) audio.state = 'suspended'
  let allow = (): void => undefined
  if (audio) audio.resume = () => new Promise((resolve) => (allow = resolve))
  await pass(60_000)
  await pass(30_000)
  await act(async () => allow())
  expect([heard.size, audio?.notes]).toEqual([1, 0])
})
