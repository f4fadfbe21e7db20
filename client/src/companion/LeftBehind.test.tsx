import type { Phase } from '@remedyboard/shared/workshop/state'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { draftOutbox } from '../session/draft-outbox.ts'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { targetName } from '../session/writing-target.ts'
import { PhoneView } from './PhoneView.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, scrollTo: () => undefined })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const CARD = {
  ...{ id: 'shape:1', typeName: 'shape' as const, type: 'card', parentId: 'page:page', x: 0, y: 0, meta: { author: 'p' } },
  props: { kind: 'dilemma', text: 'No bus after six', w: 200, h: 100 },
}

async function phone(can: Phase['can'], privacy: 'open' | 'hidden' = 'open') {
  const PHASE = phaseFixture({ can, privacy, area: 'local' })
  const frame = { ...CARD, id: 'shape:f', type: 'frame', meta: { area: 'local' }, props: { w: 900, h: 900, name: 'Local' } }
  const fixture = sessionFixture({ agenda: [PHASE, phaseFixture({ id: 'A2', can: [] })], phaseId: PHASE.id, phaseRun: 1 }, [
    frame,
    { ...CARD, parentId: 'shape:f' },
  ])
  const { session } = fixture
  await act(async () => root.render(<PhoneView session={session} status={null} banner={null} group={null} timer={null} menu={null} />))
  const keep = (target: Parameters<typeof targetName>[0], text: string) =>
    act(async () => draftOutbox(session).keepUnfinished(targetName(target), text))
  return { ...fixture, keep, show: (change: object) => act(async () => fixture.show(change)) }
}
const left = () => [...document.querySelectorAll<HTMLTextAreaElement>('.left-text textarea')].map(({ value }) => value)
const tap = (words: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click())

describe('LeftBehind', () => {
  it('offers a half comment again in a step that has no comments any more: its tab is there, its field is not', async () => {
    const { keep } = await phone(['react'])
    await keep({ kind: 'talk', id: 'shape:1' }, 'half a comment')
    expect(left()).toEqual(['half a comment'])
  })

  it('leaves a half comment with its card as long as comments are wanted', async () => {
    const { keep, show } = await phone(['comment'])
    await keep({ kind: 'talk', id: 'shape:1' }, 'half a comment')
    expect(left()).toEqual([])
    await show({ phaseId: 'A2', phaseRun: 2 })
    expect(left()).toEqual(['half a comment'])
  })

  it('offers the changed words of a card that is gone, or that the step does not list', async () => {
    const { keep } = await phone(['add'])
    await keep({ kind: 'card', id: 'shape:1' }, 'half a change')
    expect(left()).toEqual([])
    await keep({ kind: 'card', id: 'shape:merged' }, 'a change of another')
    expect(left()).toEqual(['a change of another'])
  })

  it('does not offer again what waits behind another tab of the same step', async () => {
    const { keep } = await phone(['add', 'comment'])
    await keep({ kind: 'new', phaseId: 'A1' }, 'half a card')
    await tap('Read')
    expect(left()).toEqual([])
    await tap('Board')
    expect(left()).toEqual([])
  })

  it('brings what was being written when the step went on', async () => {
    const { keep, show } = await phone(['add'], 'hidden')
    await keep({ kind: 'new', phaseId: 'A1' }, 'half a note')
    expect(left()).toEqual([])
    await show({ phaseId: 'A2', phaseRun: 2 })
    expect(left()).toEqual(['half a note'])
  })
})
