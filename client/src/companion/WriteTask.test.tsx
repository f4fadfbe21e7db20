import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { typeInto } from '../ui/type-into-fixture.ts'
import { WriteTask } from './WriteTask.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const PHASE = phaseFixture({ privacy: 'hidden' })
const NOTES = [{ id: 'n1', text: 'no bus after six' }]

const field = (name: string) => {
  const found = document.querySelector<HTMLTextAreaElement>(`textarea[aria-label="${name}"]`)
  if (!found) throw new Error(`no field ${name}`)
  return found
}
const press = (name: string) => act(async () => document.querySelector<HTMLElement>(`button[aria-label^="${name}"]`)?.click())

async function writing() {
  const fixture = sessionFixture({ agenda: [PHASE], phaseId: PHASE.id, phaseRun: 1, writing: { notes: 1, people: 1 } })
  fixture.as({ drafts: NOTES })
  await act(async () => root.render(<WriteTask session={fixture.session} phase={PHASE} />))
  return fixture
}

describe('WriteTask', () => {
  it('leaves the cursor where it is: an open edit took it back with each letter and each word from the server', async () => {
    const { show } = await writing()
    await press('Change')
    expect(document.activeElement).toBe(field('Change the note'))
    const fresh = field('New note')
    fresh.focus()
    await act(async () => typeInto(fresh, 'a'))
    expect(document.activeElement).toBe(fresh)
    await act(async () => show({ ready: 3 }))
    expect(document.activeElement).toBe(fresh)
  })
})
