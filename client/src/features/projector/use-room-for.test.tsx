import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useRoomFor } from './use-room-for.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const host = document.body.appendChild(document.createElement('div'))
const root = createRoot(host)

/** px; four cards stand beside one another in rows of 50 */
let roomPx = 0
let resized: () => void = () => undefined

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(look: () => void) {
        resized = look
      }
      observe(): void {}
      disconnect(): void {}
    },
  )
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(() => roomPx)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => 45)
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    return Math.floor([...(this.parentElement?.children ?? [])].indexOf(this) / 4) * 50
  })
})
afterEach(async () => {
  await act(async () => root.render(null))
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function Cards({ count }: { count: number }) {
  const { list, shown } = useRoomFor(count)
  return (
    <>
      <ul ref={list}>
        {Array.from({ length: count }, (_, i) => (
          <li key={i} />
        ))}
      </ul>
      <output>{shown}</output>
    </>
  )
}
const shown = () => Number(host.querySelector('output')?.textContent)
const show = (count: number) => act(async () => root.render(<Cards count={count} />))

it('counts the cards that are wholly in view: the wall said "60 notes" and silently cut half of them off', async () => {
  roomPx = 295
  await show(60)
  expect(shown()).toBe(24)
  roomPx = 290
  await act(async () => resized())
  expect(shown()).toBe(20)
  await show(12)
  expect(shown()).toBe(12)
})
