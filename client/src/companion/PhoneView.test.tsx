import type { Phase } from '@remedyboard/shared/workshop/state'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it } from 'vitest'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { PhoneView } from './PhoneView.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, scrollTo: () => undefined })
const root = createRoot(document.body.appendChild(document.createElement('div')))
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
})
