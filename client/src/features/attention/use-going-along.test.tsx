import { agendaOf } from '@remedyboard/shared/templates/agenda'
import { RecordIndex } from '@remedyboard/shared/board/record-index'
import type { Role } from '@remedyboard/shared/protocol/role'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { AttentionBar } from './AttentionBar.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))

const caller = (isOnCanvas: boolean): PresentPerson => ({
  id: 'f',
  name: 'Fang',
  role: 'facilitator',
  color: '#34539b',
  clientId: 2,
  isMe: false,
  presence: isOnCanvas ? { viewport: { x: 0, y: 0, w: 100, h: 100 } } : {},
})

/** A person's page, with a canvas that notes where it is moved. */
function page(role: Role, change: Partial<SessionView> = {}) {
  const moves: string[] = []
  const following = new Cell<string | null>(null)
  const view = new Cell<SessionView>({
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), role),
    agenda: agendaOf('A'),
    me: { id: 'me', name: 'Li', role, ready: false, drafts: [], groupDrafts: [], ballot: null },
    ...change,
  })
  const people = new Cell<readonly PresentPerson[]>([caller(true)])
  const canvas = {
    following,
    zoomToArea: (area: string) => void moves.push(area),
    followPerson: (id: string) => {
      moves.push(`follow ${id}`)
      following.set(id)
    },
    stopFollowing: () => {
      moves.push('stop')
      following.set(null)
    },
  } as Partial<CanvasApi> as CanvasApi // nothing else of a canvas is used here
  const session = {
    view,
    people,
    index: new RecordIndex(),
    board: { id: 'b1' } as BoardSession['board'],
  } as Partial<BoardSession> as BoardSession // nor of a session
  const show = () => act(async () => root.render(<AttentionBar session={session} canvas={canvas} />))
  return { moves, people, following, show, set: (next: Partial<SessionView>) => act(async () => view.set({ ...view.get(), ...next })) }
}

const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))?.click())

beforeEach(() => localStorage.clear())
afterEach(() => act(async () => root.render(null)))

describe('a canvas that goes along', () => {
  it('moves once for each phase, wherever somebody joins in, and not when something else changes', async () => {
    const { moves, show, set } = page('participant', { phaseId: 'A3', phaseRun: 3 })
    await show()
    await set({ ready: 4 })
    await set({ phaseId: 'A8', phaseRun: 4 })
    expect(moves).toEqual(['dilemmas', 'remedies'])
  })

  it('moves by itself for no facilitator', async () => {
    const { moves, show, set } = page('facilitator', { phaseId: 'A3', phaseRun: 3 })
    await show()
    await set({ phaseId: 'A8', phaseRun: 4 })
    expect(moves).toEqual([])
  })

  it('follows who calls until they let go, and stays with what was shown until the next phase', async () => {
    const { moves, show, set } = page('participant', { phaseId: 'A3', phaseRun: 3 })
    await show()
    await set({ attention: { mode: 'person', id: 'f' } })
    await set({ attention: { mode: 'free' } })
    expect(moves).toEqual(['dilemmas', 'follow f', 'stop'])
    await set({ phaseId: 'A8', phaseRun: 4 })
    expect(moves.at(-1)).toBe('remedies')
  })

  it('waits for a caller whose canvas is only just opening', async () => {
    const { moves, people, show, set } = page('participant')
    people.set([caller(false)])
    await show()
    await set({ attention: { mode: 'person', id: 'f' } })
    expect(moves).toEqual([])
    await act(async () => people.set([caller(true)]))
    expect(moves).toEqual(['follow f'])
  })

  it('stays where its person wants, also in the next phases, until they go along again', async () => {
    const { moves, show, set } = page('participant', { phaseId: 'A3', phaseRun: 3, attention: { mode: 'person', id: 'f' } })
    await show()
    await press('Stay here')
    await set({ attention: { mode: 'free' }, phaseId: 'A8', phaseRun: 4 })
    expect(moves).toEqual(['follow f', 'stop'])
    await press('Go along')
    expect(moves).toEqual(['follow f', 'stop', 'remedies'])
  })
})
