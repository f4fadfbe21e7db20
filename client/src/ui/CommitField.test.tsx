import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CommitField } from './CommitField.tsx'
import { typeInto } from './type-into-fixture.ts'

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

const type = (field: HTMLInputElement, text: string) => act(() => typeInto(field, text))

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

it('writes when the page goes, once, and people can go on typing when it comes back', () => {
  const field = show('a')
  type(field, 'ab')
  dispatchEvent(new Event('pagehide'))
  expect(told).toEqual([['ab', 'a']])
  dispatchEvent(new Event('pagehide'))
  act(() => field.blur())
  expect(told).toHaveLength(1)
  show('ab')
  type(field, 'abc')
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  hidden.mockRestore()
  document.dispatchEvent(new Event('visibilitychange'))
  expect(told).toEqual([
    ['ab', 'a'],
    ['abc', 'ab'],
  ])
  type(field, 'abcd')
  press(field, 'Enter')
  expect(told.at(-1)).toEqual(['abcd', 'abc'])
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

describe('a field that is taken away', () => {
  it('writes what was typed: the step went on, or somebody went back to the list, and the words were gone', () => {
    type(show('a', { rows: 2 }), 'a and more')
    act(() => root.render(null))
    expect(told).toEqual([['a and more', 'a']])
  })

  it('writes nothing for nothing, nothing twice, no date that is not whole, and nothing that was taken back', () => {
    show('a')
    act(() => root.render(null))
    const field = show('a')
    type(field, 'b')
    press(field, 'Escape')
    act(() => root.render(null))
    type(show('', 'date'), '0202-03-01')
    act(() => root.render(null))
    expect(told).toEqual([])
    const entered = show('a')
    type(entered, 'b')
    press(entered, 'Enter')
    act(() => root.render(null))
    expect(told).toEqual([['b', 'a']])
  })

  it('leaves out the letters of a word that is not picked yet', () => {
    const field = show('')
    type(field, '修路')
    act(() => typeInto(field, '修路xue', { isComposing: true }))
    act(() => root.render(null))
    expect(told).toEqual([['修路', '']])
  })

  it('knows a word that was picked', () => {
    const field = show('')
    act(() => typeInto(field, 'xue', { isComposing: true }))
    act(() => typeInto(field, '学', { isComposing: true }))
    act(() => void field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '学' })))
    act(() => root.render(null))
    expect(told).toEqual([['学', '']])
  })
})
