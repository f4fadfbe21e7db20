import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NumberField } from './NumberField.tsx'

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

const field = () => {
  const input = host.querySelector('input')
  if (!input) throw new Error('no field')
  return input
}

const type = (text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), text)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })
const leave = () => act(async () => field().dispatchEvent(new FocusEvent('focusout', { bubbles: true })))

async function show(emptyHint?: string) {
  const taken: (number | null)[] = []
  await act(async () =>
    root.render(
      <NumberField
        label="Dots each"
        value={5}
        min={1}
        max={20}
        {...(emptyHint ? { emptyHint } : {})}
        onCommit={(value) => taken.push(value)}
      />,
    ),
  )
  return taken
}

describe('NumberField', () => {
  it('a number can be typed anew: emptied, it does not become another one under the fingers', async () => {
    const taken = await show()
    await type('')
    expect(field().value).toBe('')
    await type('8')
    expect([field().value, taken]).toEqual(['8', []])
    await leave()
    expect(taken).toEqual([8])
  })

  it('takes the nearest that is in bounds, and what was there when nothing was typed', async () => {
    const taken = await show()
    await type('700')
    await leave()
    await type('')
    await leave()
    await type('many')
    await leave()
    expect(taken).toEqual([20])
    expect(field().value).toBe('5')
  })

  it('takes none where that means something', async () => {
    const taken = await show('no limit')
    await type('')
    await leave()
    expect(taken).toEqual([null])
  })
})
