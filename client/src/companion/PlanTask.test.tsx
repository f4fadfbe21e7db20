import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { typeInto } from '../ui/type-into-fixture.ts'
import { PlanTask } from './PlanTask.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

const PHASE = phaseFixture({ can: ['add', 'edit', 'link'], area: 'plan' })
const ACTION = {
  ...{ id: 'shape:a', typeName: 'shape' as const, type: 'card', parentId: 'page:page', x: 0, y: 0, meta: { author: 'p' } },
  props: { kind: 'action', text: 'Ask for a bus', w: 200, h: 100 },
}

function plan() {
  const fixture = sessionFixture({ agenda: [PHASE], phaseId: PHASE.id, phaseRun: 1 }, [ACTION])
  return { ...fixture, open: () => act(async () => root.render(<PlanTask session={fixture.session} phase={PHASE} />)) }
}
const close = () => act(async () => root.render(null))
const field = (name: string) => {
  const found = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(`[aria-label="${name}"]`)
  if (!found) throw new Error(`no field ${name}`)
  return found
}
const type = (name: string, text: string) => act(async () => typeInto(field(name), text))
const press = (words: string) =>
  act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click())

describe('PlanTask', () => {
  it('keeps a new action that is being written, through another tab, another step and a reload', async () => {
    const { open } = plan()
    await open()
    await type('New action', 'Ask the town for')
    await close()
    await open()
    expect(field('New action').value).toBe('Ask the town for')
  })

  it('keeps the words when the board has no place for the action', async () => {
    const { open, edits, session } = plan()
    Object.assign(session, { index: { visible: new Map() } })
    await open()
    await type('New action', 'Ask the town for more')
    await press('Add')
    expect(edits.flat()).toEqual([])
    expect(field('New action').value).toBe('Ask the town for more')
  })

  it('writes what was typed into an action when the step goes on, and keeps the name of who will lead it', async () => {
    const { open, edits } = plan()
    await open()
    await press('Ask for a bus')
    await type('How will we see that it worked?', 'A bus at nine')
    await act(async () => {
      const lead = document.querySelector('select')
      if (!lead) throw new Error('no choice')
      lead.value = 'new'
      lead.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await type('Who leads?', 'The village off')
    await close()
    expect(edits.flat()).toMatchObject([{ op: 'change', id: 'shape:a', changes: [{ value: 'A bus at nine' }] }])
    await open()
    await press('Ask for a bus')
    await act(async () => {
      const lead = document.querySelector('select')
      if (!lead) throw new Error('no choice')
      lead.value = 'new'
      lead.dispatchEvent(new Event('change', { bubbles: true }))
    })
    expect(field('Who leads?').value).toBe('The village off')
  })
})
