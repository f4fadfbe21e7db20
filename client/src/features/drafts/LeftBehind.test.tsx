import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../session/api-client.ts'
import { draftOutbox } from '../../session/draft-outbox.ts'
import { phaseFixture, sessionFixture } from '../../session/session-fixture.ts'
import { typeInto } from '../../ui/type-into-fixture.ts'
import { DraftsPart } from './DraftsPart.tsx'
import { useHiddenWriting } from './use-hidden-writing.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const HIDDEN = phaseFixture({ privacy: 'hidden' })
const OPEN = phaseFixture({ id: 'A2' })

async function panel() {
  const fixture = sessionFixture({ agenda: [HIDDEN, OPEN], phaseId: HIDDEN.id, phaseRun: 1, writing: { notes: 1, people: 1 } })
  fixture.as({ drafts: [{ id: 'n1', text: 'no bus after six' }] })
  function Panel() {
    return useHiddenWriting(fixture.session) && <DraftsPart session={fixture.session} />
  }
  await act(async () => root.render(<Panel />))
  return { ...fixture, goOn: () => act(async () => fixture.show({ phaseId: OPEN.id, phaseRun: 2, writing: null })) }
}
const fields = () => [...document.querySelectorAll('textarea')].map(({ value }) => value)
const type = (name: string, text: string) =>
  act(async () => {
    const field = document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${name}"]`)
    if (field) typeInto(field, text)
  })
const press = (name: string) =>
  act(async () =>
    [...document.querySelectorAll('button')]
      .find((each) => `${each.getAttribute('aria-label') ?? ''}${each.textContent}`.includes(name))
      ?.click(),
  )

describe('LeftBehind', () => {
  it('still shows on the canvas what was being written when the step went on, new notes and changed ones', async () => {
    const { goOn } = await panel()
    await type('New note', 'half a no')
    await press('Change: no bus after six')
    await type('Change the note', 'no bus after f')
    expect(fields()).toHaveLength(2)
    await goOn()
    expect(fields()).toEqual(['half a no', 'no bus after f'])
    await press('Throw away')
    expect(fields()).toEqual(['no bus after f'])
  })

  it('lets people go on with it in the next step with hidden notes, and only where nothing is written', async () => {
    const { goOn, session, show } = await panel()
    await type('New note', 'half a no')
    await goOn()
    await act(async () => show({ agenda: [HIDDEN, { ...OPEN, privacy: 'hidden' }], writing: { notes: 0, people: 0 }, phaseRun: 3 }))
    await press('Go on here')
    expect(fields()).toEqual(['half a no'])
    expect([...draftOutbox(session).unfinishedTexts.get()]).toEqual([['A2', 'half a no']])
  })

  it('shows a note that was refused to its author who may not write any more', async () => {
    const { session, as, show } = await panel()
    await act(async () => {
      as({ role: 'viewer', drafts: [] })
      show({})
    })
    expect(fields()).toEqual([])
    session.send = () => Promise.reject(new ApiFailure(403, 'not-allowed', 'no'))
    await act(async () => draftOutbox(session).write(HIDDEN.id, 'n2', 'came late'))
    expect(fields()).toEqual(['came late'])
  })
})
