import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { EMPTY_WORKSHOP, type Phase } from '@remedyboard/shared/workshop/state'
import { sharedViewFor, type SessionView } from '@remedyboard/shared/workshop/view'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import type { Seen } from './scene.ts'
import { useSeen } from './use-seen.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.createElement('div'))
afterEach(() => act(async () => root.render(null)))

const words = { en: 'Write', zh: '写' }
const hidden: Phase = { id: 'A3', name: words, instruction: words, minutes: 5, area: 'dilemmas', can: ['add'], privacy: 'hidden' }

/** A wall in a step with so many hidden notes. */
async function wall(phase: Phase, notes: number) {
  let onChanges: (changes: RecordChanges) => void = () => undefined
  const view = new Cell<SessionView>({
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'viewer'),
    agenda: [phase],
    phaseId: phase.id,
    writing: { notes, people: notes },
    me: { id: 'v', name: 'V', role: 'viewer', ready: false, drafts: [], groupDrafts: [], ballot: null },
  })
  const session = {
    view,
    ready: new Cell(true),
    index: { visible: new Map() },
    serverNow: () => 1_000_000,
    onRecordChanges: (listener: typeof onChanges) => {
      onChanges = listener
      return () => undefined
    },
  } as unknown as BoardSession // nothing else of a session is used here
  let seen: Seen | null = null
  function Wall() {
    seen = useSeen(session)
    return null
  }
  await act(async () => root.render(<Wall />))
  const put = (cards: Record<string, { author?: string }>) =>
    act(async () =>
      onChanges(
        new Map(
          Object.entries(cards).map(([id, meta]) => [
            id,
            { id, typeName: 'shape', type: 'card', meta } as Partial<BoardRecord> as BoardRecord,
          ]), // of a card nothing else is read
        ),
      ),
    )
  const left = (now: number) => act(async () => view.set({ ...view.get(), writing: { notes: now, people: now } }))
  return { put, left, revealed: () => (seen as Seen | null)?.revealed }
}

describe('useSeen', () => {
  it('takes no card of a facilitator for a note, when a participant deletes a hidden one at the same time', async () => {
    const { put, left, revealed } = await wall(hidden, 3)
    await put({ 'shape:theirs': { author: 'f' } })
    await left(2)
    expect(revealed()).toEqual([])
  })

  it('shows the notes that were turned over, whichever of the two messages comes first, and the newest group first', async () => {
    const { put, left, revealed } = await wall({ ...hidden, privacy: 'group' }, 4)
    await put({ 'shape:1': {}, 'shape:2': {} })
    await left(2)
    expect(revealed()).toEqual(['shape:1', 'shape:2'])
    await left(0)
    await put({ 'shape:3': {} })
    expect(revealed()).toEqual(['shape:3', 'shape:1', 'shape:2'])
  })

  it('shows notes with names where names were announced', async () => {
    const { put, left, revealed } = await wall({ ...hidden, named: true }, 1)
    await put({ 'shape:1': { author: 'p' } })
    await left(0)
    expect(revealed()).toEqual(['shape:1'])
  })
})
