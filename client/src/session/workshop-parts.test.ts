import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { RecordIndex, type RecordChanges } from '@remedyboard/shared/board/record-index'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from './api-client.ts'
import { ballotBox } from './ballot-box.ts'
import type { BoardSession, SaveStatus } from './board-session.ts'
import { draftOutbox } from './draft-outbox.ts'
import { Cell } from './readable.ts'
import { sessionQueue } from './session-queue.ts'
import { votesOnCards } from './shown-votes.ts'

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const ROUND = { id: 'r1', kind: 'dots', title: '', cards: ['shape:a', 'shape:b'], budget: 5, cap: 2, openedAt: 1, ballots: 0 } as const
const result = (totals: Record<string, number>): RoundResult => ({
  ...ROUND,
  cards: Object.keys(totals),
  closedAt: 2,
  proxies: 0,
  people: 3,
  items: Object.entries(totals).map(([cardId, total]) => ({ cardId, total, spread: [] })),
})
const HIDDEN: Phase = {
  id: 'A3',
  name: { en: '', zh: '' },
  instruction: { en: '', zh: '' },
  minutes: 5,
  area: 'local',
  can: ['add'],
  privacy: 'hidden',
}
const card = (id: string, mergedInto?: string) =>
  newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 200, kind: 'dilemma', text: id, meta: { mergedInto } })

/** What the parts of a workshop read of a session. */
function openSession(change: Partial<SessionView> = {}) {
  const index = new RecordIndex()
  const page = { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} }
  index.apply(new Map([page, card('shape:a'), card('shape:b')].map((record) => [record.id, record])))
  const listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  const me = { id: 'me', name: 'Li', role: 'participant', ready: false, drafts: [], groupDrafts: [], ballot: null } as const
  const view = new Cell<SessionView>({ ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'participant'), me, ...change })
  const status = new Cell<SaveStatus>({ state: 'saved' })
  const sent: WorkshopCommand[] = []
  const session = {
    board: { id: 'b1' },
    index,
    view,
    status,
    onRecordChanges(listener: (changes: RecordChanges, origin: unknown) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: async (command: WorkshopCommand) => void sent.push(command),
  } as unknown as BoardSession // nothing else is read here
  return { session, view, status, sent, see: (next: Partial<SessionView>) => view.set({ ...view.get(), ...next }) }
}

describe('votes on cards', () => {
  it('follow the open round and its results, and can be switched off on this device', () => {
    const { session, see } = openSession({ round: ROUND })
    const votes = votesOnCards(session)
    expect([...votes.shown.get().open]).toEqual(['shape:a', 'shape:b'])
    expect(votes.shown.get().totals.size).toBe(0)
    see({ round: null, results: [result({ 'shape:a': 3, 'shape:b': 1 })] })
    expect(votes.shown.get().open.size).toBe(0)
    expect(Object.fromEntries(votes.shown.get().totals)).toEqual({ 'shape:a': 3, 'shape:b': 1 })
    votes.want(false)
    expect(votes.wanted.get()).toBe(false)
    expect(votes.shown.get().totals.size).toBe(0)
    votes.want(true)
    expect(votes.shown.get().totals.size).toBe(2)
  })

  it('are one per board, and tell nothing when a view brings nothing new for them', () => {
    const { session, see } = openSession({ round: ROUND })
    const votes = votesOnCards(session)
    expect(votesOnCards(session)).toBe(votes)
    let told = 0
    votes.shown.subscribe(() => (told += 1))
    see({ ready: 3 })
    expect(told).toBe(0)
  })
})

describe('the ballot box of a board', () => {
  it('sends the whole ballot, shows what the server has, and begins anew with each round', async () => {
    const { session, see, sent, status } = openSession({ round: ROUND })
    const box = ballotBox(session)
    expect(ballotBox(session)).toBe(box)
    box.cast('r1', { 'shape:a': 2 })
    await vi.waitFor(() => expect(box.own.get()).toEqual({ marks: { 'shape:a': 2 }, state: 'saved' }))
    expect(sent).toEqual([{ type: 'cast-ballot', roundId: 'r1', marks: { 'shape:a': 2 }, edit: expect.any(String) }])
    // Another device of the same person.
    see({ me: { ...session.view.get().me, ballot: { 'shape:b': 1 } } })
    expect(box.own.get().marks).toEqual({ 'shape:b': 1 })
    status.set({ state: 'saving' })
    see({ round: { ...ROUND, id: 'r2' }, me: { ...session.view.get().me, ballot: null } })
    expect(box.own.get()).toEqual({ marks: {}, state: 'none' })
  })
})

describe('the drafts of a board', () => {
  it('are kept under the name of board and person until the server has them', async () => {
    const { session, see, sent, status } = openSession({ agenda: [HIDDEN], phaseId: 'A3' })
    const outbox = draftOutbox(session)
    expect(draftOutbox(session)).toBe(outbox)
    outbox.write('A3', 'd1', '漏水没人管')
    expect(localStorage.getItem('remedyboard.drafts.b1.me')).toContain('漏水没人管')
    await vi.waitFor(() => expect(sent).toMatchObject([{ type: 'write-draft', phaseId: 'A3', id: 'd1', text: '漏水没人管' }]))
    status.set({ state: 'saving' })
    see({ me: { ...session.view.get().me, drafts: [{ id: 'd1', text: '漏水没人管' }] } })
    await vi.waitFor(() => expect(localStorage.getItem('remedyboard.drafts.b1.me') ?? '').not.toContain('漏水没人管'))
  })

  it('a browser that keeps nothing remembers them for the visit', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse)
    const { session, sent } = openSession({ agenda: [HIDDEN], phaseId: 'A3' })
    draftOutbox(session).write('A3', 'd1', 'still sent')
    await vi.waitFor(() => expect(sent).toHaveLength(1))
  })
})

describe('what waits for the server', () => {
  it('a note and a ballot that it cannot take now do not wake one another: their tries grow further apart', async () => {
    vi.useFakeTimers()
    const { session, status } = openSession({ round: ROUND, agenda: [HIDDEN], phaseId: 'A3' })
    let tries = 0
    session.send = async () => {
      tries += 1
      status.set({ state: 'saving' })
      await Promise.resolve()
      status.set({ state: 'saved' })
      throw new ApiFailure(500, 'internal', 'a command that this server cannot take')
    }
    draftOutbox(session).write('A3', 'd1', 'first')
    ballotBox(session).cast('r1', { 'shape:a': 2 })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(tries).toBeLessThan(6)
  })

  it('is tried again as soon as the server can be reached', async () => {
    const { session, status, sent } = openSession({ agenda: [HIDDEN], phaseId: 'A3' })
    const { send } = session
    session.send = () => Promise.reject(new ApiFailure(0, 'offline', ''))
    const outbox = draftOutbox(session)
    outbox.write('A3', 'd1', 'first')
    await vi.waitFor(() => expect(sessionQueue(session).stuck.get()).toBe(true))
    session.send = send
    status.set({ state: 'saving' })
    status.set({ state: 'saved' })
    await Promise.resolve()
    expect(sent).toEqual([])
    status.set({ state: 'offline', unsaved: true, kept: true })
    status.set({ state: 'saving' })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
  })
})
