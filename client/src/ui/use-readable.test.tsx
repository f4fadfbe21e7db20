import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { useReadable } from './use-readable.ts'
import { useSelected } from './use-selected.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.body.appendChild(document.createElement('div')))
afterEach(() => act(async () => root.render(null)))

function source() {
  const listeners = new Set<() => void>()
  const counted = { value: 1, subscribed: 0, listeners }
  return {
    ...{ counted, get: () => counted.value },
    subscribe(onChange: () => void) {
      counted.subscribed++
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
  }
}

it('a reader subscribes once, however often it is drawn, and again only to another source', async () => {
  const [one, other] = [source(), source()]
  function Reader({ of, times }: { of: typeof one; times: number }) {
    const isEven = useSelected(of, (value) => value % 2 === 0)
    return `${useReadable(of)} ${isEven} ${times}`
  }
  for (let times = 1; times <= 5; times++) await act(async () => root.render(<Reader of={one} times={times} />))
  expect(one.counted.subscribed).toBe(2)
  one.counted.value = 2
  await act(async () => one.counted.listeners.forEach((tell) => tell()))
  expect(document.body.textContent).toBe('2 true 5')
  await act(async () => root.render(<Reader of={other} times={6} />))
  expect([one.counted.listeners.size, other.counted.subscribed]).toEqual([0, 2])
  expect(document.body.textContent).toBe('1 false 6')
})
