import type { Phase } from '@remedyboard/shared/workshop/state'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { PhoneView } from './PhoneView.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, scrollTo: () => undefined })
const root = createRoot(document.body.appendChild(document.createElement('div')), { onCaughtError: () => undefined })
afterEach(() => act(async () => root.render(null)))

async function phone(change: Partial<Phase>) {
  const phase = phaseFixture(change)
  const fixture = sessionFixture({ agenda: [phase], phaseId: phase.id, phaseRun: 1 })
  const { session } = fixture
  await act(async () =>
    root.render(<PhoneView session={session} status={null} banner={null} group={<p>Your group</p>} timer={null} menu={null} />),
  )
  return { ...fixture, show: (next: Parameters<typeof fixture.show>[0]) => act(async () => fixture.show(next)) }
}
const page = () => document.body.textContent ?? ''

describe('PhoneView', () => {
  it('says with whom one works, in steps for groups and in open ones, but not while everybody writes alone', async () => {
    const seen: [Phase['privacy'], boolean][] = []
    for (const privacy of ['hidden', 'group', 'open'] as const) {
      await phone({ privacy })
      seen.push([privacy, page().includes('Your group')])
    }
    expect(seen).toEqual([
      ['hidden', false],
      ['group', true],
      ['open', true],
    ])
  })

  it('does so before the first step, and not when all is over', async () => {
    const { show } = await phone({})
    await show({ phaseId: null, phaseRun: 0 })
    expect(page()).toContain('Your group')
    await show({ phaseId: null, phaseRun: 2 })
    expect(page()).not.toContain('Your group')
  })

  it('keeps the step, the board and the hand when a task fails, and tries it again: the whole page was gone', async () => {
    const phase = phaseFixture()
    const { session } = sessionFixture({ agenda: [phase], phaseId: phase.id, phaseRun: 1 })
    const { onRecordChanges } = session
    Object.assign(session, {
      onRecordChanges: () => {
        throw new Error('did not load')
      },
    })
    await act(async () => root.render(<PhoneView session={session} status={null} banner={null} group={null} timer={null} menu={null} />))
    expect(page()).toContain('This part of the page did not arrive')
    expect(document.querySelector('h1')?.textContent).toBe('A1')
    expect(document.querySelectorAll('nav button').length).toBeGreaterThan(2)
    Object.assign(session, { onRecordChanges })
    await act(async () => [...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Try again'))?.click())
    expect(page()).not.toContain('This part of the page did not arrive')
    expect(document.querySelector('.phone-task')).not.toBeNull()
  })
})
