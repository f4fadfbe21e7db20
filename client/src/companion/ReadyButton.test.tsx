import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { phaseFixture, sessionFixture } from '../session/session-fixture.ts'
import { ReadyButton } from './ReadyButton.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

it('keeps the focus while it is sent, and is sent once: a button that is switched off throws a screen reader to the top', async () => {
  const phase = phaseFixture()
  const { session } = sessionFixture({ agenda: [phase], phaseId: phase.id, phaseRun: 1 })
  let sent = 0
  let arrive = (): void => undefined
  session.send = () => {
    sent++
    return new Promise<undefined>((resolve) => (arrive = () => resolve(undefined)))
  }
  await act(async () => root.render(<ReadyButton session={session} />))
  const button = document.querySelector('button')
  button?.focus()
  await act(async () => button?.click())
  await act(async () => button?.click())
  expect([sent, button?.disabled, button?.getAttribute('aria-busy')]).toEqual([1, false, 'true'])
  expect(document.activeElement).toBe(button)
  await act(async () => arrive())
  expect(button?.getAttribute('aria-busy')).toBe('false')
  await act(async () => root.render(<ReadyButton session={session} disabled />))
  await act(async () => document.querySelector('button')?.click())
  expect(sent).toBe(1)
})
