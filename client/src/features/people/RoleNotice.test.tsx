import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { sessionFixture } from '../../session/session-fixture.ts'
import { RoleNotice } from './RoleNotice.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

it('shows who was made a facilitator on a phone where to lead, and nobody else', async () => {
  const { session, as } = sessionFixture()
  await act(async () => root.render(<RoleNotice session={session} lead={<a href="/b/1">Lead from here</a>} />))
  await act(async () => as({ role: 'viewer' }))
  expect(document.body.textContent).not.toContain('Lead from here')
  await act(async () => as({ role: 'facilitator' }))
  expect(document.querySelector('.role-notice a')?.textContent).toBe('Lead from here')
})
