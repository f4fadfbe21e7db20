import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { CarefulButton } from './CarefulButton.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const host = document.body.appendChild(document.createElement('div'))
const root = createRoot(host)
afterEach(() => act(async () => root.render(null)))

const ASK = { question: 'Really?', yes: 'Yes', no: 'No' }

it('asks only while something would be lost, and the focus stays where it was when that changes', async () => {
  let pressed = 0
  const show = (ask: typeof ASK | null, enabled = true) =>
    act(async () =>
      root.render(
        <CarefulButton ask={ask} enabled={enabled} onPress={() => pressed++}>
          Mix
        </CarefulButton>,
      ),
    )
  const click = (words: string) =>
    act(async () => [...host.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click())

  await show(null)
  host.querySelector('button')?.focus()
  await click('Mix')
  expect(pressed).toBe(1)
  await show(ASK)
  expect(document.activeElement?.textContent).toBe('Mix')
  await click('Mix')
  expect(pressed).toBe(1)
  await click('Yes')
  expect(pressed).toBe(2)
  await show(ASK, false)
  expect(document.activeElement?.textContent).toBe('Mix')
  await click('Mix')
  expect([pressed, host.querySelector('[role=alertdialog]')]).toEqual([2, null])
})
