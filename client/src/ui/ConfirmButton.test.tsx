import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConfirmButton } from './ConfirmButton.tsx'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

let root: Root
let host: HTMLElement

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})

afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
})

const buttonOf = (name: string) => [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)
const press = (name: string) => act(async () => buttonOf(name)?.click())

it('asks before it does something, and what may no longer be done cannot be answered with yes', async () => {
  const done: string[] = []
  const show = (disabled: boolean) =>
    act(async () =>
      root.render(
        <ConfirmButton question="Sure?" yes="Yes" no="No" disabled={disabled} onConfirm={() => done.push('erased')}>
          Erase
        </ConfirmButton>,
      ),
    )
  await show(false)
  await press('Erase')
  expect(document.activeElement).toBe(buttonOf('No'))
  await show(true)
  await press('Yes')
  expect(done).toEqual([])
  await show(false)
  await press('Yes')
  expect(done).toEqual(['erased'])
  expect(buttonOf('Erase')).toBeDefined()
})
