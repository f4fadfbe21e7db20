import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import type { SaveStatus } from '../../session/board-session.ts'
import { sessionFixture } from '../../session/session-fixture.ts'
import { LiveRegion } from '../../ui/LiveRegion.tsx'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { SaveChip } from './SaveChip.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

it('speaks when the connection goes and when all is well again, once each, and not at each edit', async () => {
  const { session, status } = sessionFixture()
  await act(async () =>
    root.render(
      <>
        <SaveChip session={session} />
        <ConnectionBanner session={session} />
        <LiveRegion />
      </>,
    ),
  )
  const said: string[] = []
  const go = async (next: SaveStatus) => {
    await act(async () => status.set(next))
    said.push([...document.querySelectorAll('[role="status"], [role="alert"]')].map((each) => each.textContent).join(' | '))
  }
  await go({ state: 'saving' })
  await go({ state: 'saved' })
  expect(said.splice(0)).toEqual(['', ''])
  await go({ state: 'offline', unsaved: false, kept: false })
  await go({ state: 'offline', unsaved: true, kept: true })
  const [away] = said
  expect(away).not.toBe('')
  expect(said.splice(0)).toEqual([away, away])
  await go({ state: 'saving' })
  await go({ state: 'saved' })
  expect(said[0]).toBe(away)
  expect(said[1]).toBe('All changes saved')
})
