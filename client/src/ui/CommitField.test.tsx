import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { CommitField } from './CommitField.tsx'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

let root: Root
let told: [string, string][]

beforeEach(() => {
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  root = createRoot(host)
  told = []
})
afterEach(() => act(() => root.unmount()))

function show(value: string, kind?: 'date' | { rows: number }): HTMLInputElement {
  act(() => root.render(<CommitField label="Due" value={value} kind={kind} onCommit={(...words) => told.push(words)} />))
  const field = document.querySelector<HTMLInputElement>('[aria-label="Due"]')
  if (!field) throw new Error('no field')
  return field
}

/** As a browser does it: React hears of a value that was not set through it. */
function type(field: HTMLInputElement, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  act(() => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const press = (field: HTMLElement, key: string) =>
  act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))

it('writes once people are done, with what it was made from, and never for nothing', () => {
  const field = show('a')
  type(field, 'ab')
  type(field, 'abc')
  expect(told).toEqual([])
  press(field, 'Enter')
  expect(told).toEqual([['abc', 'a']])
  // It stays on the screen until it comes back as the value.
  expect(field.value).toBe('abc')
  show('abc')
  type(field, 'abcd')
  type(field, 'abc')
  press(field, 'Enter')
  expect(told).toHaveLength(1)
})

it('follows what others write as long as nobody types here, and keeps what is being typed', () => {
  const field = show('a')
  expect(show('b').value).toBe('b')
  type(field, 'b and more')
  expect(show('c').value).toBe('b and more')
  press(field, 'Escape')
  expect(field.value).toBe('c')
  expect(told).toEqual([])
})

it('writes a date at once when it is whole, not while its year is still being typed', () => {
  const field = show('', 'date')
  type(field, '0002-03-01')
  type(field, '0202-03-01')
  expect(told).toEqual([])
  type(field, '2026-03-01')
  expect(told).toEqual([['2026-03-01', '']])
})

it('a line more in a longer text is no end', () => {
  const field = show('a', { rows: 2 })
  type(field, 'a\nb')
  press(field, 'Enter')
  expect(told).toEqual([])
})
