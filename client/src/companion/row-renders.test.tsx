import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { draftOutbox } from '../session/draft-outbox.ts'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { PhoneView } from './PhoneView.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, scrollTo: () => undefined })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const CARDS = 60
const MESSAGES = 10

const FRAME: BoardRecord = {
  ...{ id: 'shape:f', typeName: 'shape', type: 'frame', parentId: 'page:page', x: 0, y: 0, meta: { area: 'local' } },
  props: { w: 900, h: 9000, name: 'Local' },
}
const cardsOf = (author: string) =>
  Array.from({ length: CARDS }, (_, n): BoardRecord => {
    return {
      ...{ id: `shape:${n}`, typeName: 'shape', type: 'card', parentId: FRAME.id, x: 0, y: n * 120, meta: { author } },
      props: { kind: 'dilemma', text: `Card ${n}`, w: 200, h: 100 },
    }
  })

/** How often rows are drawn again: each row looks once whether words of its card are kept. */
async function rowsDrawn(can: Phase['can'], author: string, change: (fixture: ReturnType<typeof sessionFixture>) => Promise<void>) {
  const phase = phaseFixture({ can })
  const fixture = sessionFixture({ agenda: [phase], phaseId: phase.id, phaseRun: 1 }, [FRAME, ...cardsOf(author)])
  const { session } = fixture
  const kept = draftOutbox(session).unfinishedTexts
  let reads = 0
  const { get } = kept
  kept.get = () => {
    reads++
    return get.call(kept)
  }
  await act(async () => root.render(<PhoneView session={session} status={null} banner={null} group={null} timer={null} menu={null} />))
  // Grouping is loaded when it is needed.
  await act(async () => void (await import('./GroupTask.tsx')))
  const first = reads
  reads = 0
  await change(fixture)
  return { rows: document.querySelectorAll('.phone-card').length, first, again: reads }
}

/** What four times a second says no more than that somebody else is ready. */
const messages = async (fixture: ReturnType<typeof sessionFixture>) => {
  for (let n = 1; n <= MESSAGES; n++) await act(async () => fixture.show({ ready: n }))
}

describe('rows of long lists on a phone', () => {
  it('are not drawn again with each word from the server', async () => {
    const all = {
      read: await rowsDrawn(['comment', 'react'], 'x', messages),
      own: await rowsDrawn(['add'], 'p', messages),
      group: await rowsDrawn(['suggest'], 'x', messages),
    }
    for (const [task, { rows, first, again }] of Object.entries(all)) {
      expect(rows, task).toBe(CARDS)
      expect(first, task).toBeGreaterThanOrEqual(CARDS)
      // The page itself looks, too; each row at each message would be ten times as often.
      expect(again, task).toBeLessThan((CARDS * MESSAGES) / 4)
    }
  })
})
