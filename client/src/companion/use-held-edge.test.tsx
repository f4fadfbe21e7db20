import { act, useRef } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useHeldEdge } from './use-held-edge.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

function Page() {
  const page = useRef<HTMLDivElement>(null)
  useHeldEdge(page)
  return (
    <div ref={page} data-page>
      <textarea />
      <button type="button">Send</button>
    </div>
  )
}

let root: Root
let host: HTMLElement
const isHeld = () => host.querySelector('[data-page]')?.hasAttribute('data-held')
const press = (type: string) => host.querySelector('button')?.dispatchEvent(new Event(type, { bubbles: true }))

beforeEach(async () => {
  vi.useFakeTimers()
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  await act(async () => root.render(<Page />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
  vi.useRealTimers()
})

it('holds the edge from the finger on a button until its click, when somebody was writing', () => {
  host.querySelector('textarea')?.focus()
  press('pointerdown')
  press('pointerup')
  host.querySelector('button')?.focus()
  expect(isHeld()).toBe(true)
  press('click')
  vi.advanceTimersByTime(0)
  expect(isHeld()).toBe(false)
})

it('lets go after a swipe, and holds nothing when nobody was writing', () => {
  press('pointerdown')
  expect(isHeld()).toBe(false)
  host.querySelector('textarea')?.focus()
  press('pointerdown')
  press('pointercancel')
  expect(isHeld()).toBe(false)
  press('pointerdown')
  press('pointerup')
  vi.advanceTimersByTime(500)
  expect(isHeld()).toBe(false)
})
