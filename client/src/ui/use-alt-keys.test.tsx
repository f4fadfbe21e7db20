import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { useAltKeys } from './use-alt-keys.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
const pressed: string[] = []

function Keys({ enabled }: { enabled: boolean }) {
  useAltKeys({ N: () => pressed.push('N') }, enabled)
  return <input aria-label="words" />
}

const press = (init: KeyboardEventInit, target: EventTarget = document.body) => {
  const event = new KeyboardEvent('keydown', { code: 'KeyN', altKey: true, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event.defaultPrevented
}

beforeEach(() => act(() => root.render(<Keys enabled />)))
afterEach(() => {
  pressed.length = 0
  act(() => root.render(null))
})

it('acts on the key with Alt alone, once however long it is held', () => {
  expect(press({})).toBe(true)
  for (const init of [{ altKey: false }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { repeat: true }, { code: 'KeyX' }]) {
    expect(press(init), JSON.stringify(init)).toBe(false)
  }
  expect(pressed).toEqual(['N'])
})

it('leaves the key to whoever writes: on a Mac it types a letter', () => {
  const input = document.querySelector('input')
  expect(input && press({}, input)).toBe(false)
  expect(pressed).toEqual([])
})

it('does nothing while it is off', () => {
  act(() => root.render(<Keys enabled={false} />))
  expect(press({})).toBe(false)
})
