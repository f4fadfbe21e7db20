import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Tabs, type Tab } from './Tabs.tsx'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

const tab = (id: string, count?: number): Tab => ({
  id,
  name: `Name ${id}`,
  hint: `Hint ${id}`,
  icon: null,
  count,
  content: () => `Content ${id}`,
})

let root: Root
let host: HTMLElement

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  act(() => root.unmount())
  host.remove()
})

function Some({ first }: { first: string }) {
  const [current, setCurrent] = useState(first)
  return <Tabs label="Parts" tabs={[tab('a'), tab('b', 3), tab('c', 0)]} current={current} onChoose={setCurrent} />
}

const tabs = () => [...host.querySelectorAll<HTMLElement>('[role="tab"]')]
const shown = () => host.querySelector('[role="tabpanel"]')?.textContent
const press = (key: string) => act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

it('shows one part, and the first where the wanted one is unknown', () => {
  act(() => root.render(<Some first="gone" />))
  expect(shown()).toBe('Content a')
  expect(tabs().map((each) => each.getAttribute('aria-selected'))).toEqual(['true', 'false', 'false'])
  expect(tabs().map((each) => each.textContent)).toEqual(['Name a', '3Name b', 'Name c'])
})

it('is one stop of Tab; arrows, Home and End go round', () => {
  act(() => root.render(<Some first="a" />))
  expect(tabs().map((each) => each.tabIndex)).toEqual([0, -1, -1])
  tabs()[0]?.focus()
  for (const [key, expected] of [
    ['ArrowRight', 'b'],
    ['End', 'c'],
    ['ArrowRight', 'a'],
    ['ArrowLeft', 'c'],
    ['Home', 'a'],
  ] as const) {
    press(key)
    expect(shown()).toBe(`Content ${expected}`)
    expect(document.activeElement?.textContent).toContain(`Name ${expected}`)
  }
})
