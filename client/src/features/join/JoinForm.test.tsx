import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiFailure } from '../../session/api-client.ts'
import { isComposing } from '../../ui/is-composing.ts'
import { JoinForm } from './JoinForm.tsx'
import { savedName } from './saved-name.ts'

declare global {
  // read by React: updates in tests are wrapped in act()
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

let root: Root
let host: HTMLElement

beforeEach(() => {
  localStorage.clear()
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})

afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
})

async function show(element: ReactNode): Promise<void> {
  await act(async () => root.render(element))
}

async function type(input: HTMLInputElement, value: string): Promise<void> {
  // React watches the prototype's setter, as a browser's own typing would use it
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  await act(async () => {
    setter?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const field = (nth = 0) => host.querySelectorAll('input')[nth] as HTMLInputElement
const submit = () =>
  act(async () => void host.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))

describe('JoinForm', () => {
  it('joins with the trimmed name and remembers it for the next time', async () => {
    const joined: unknown[] = []
    await show(<JoinForm onJoin={async (joining) => void joined.push(joining)} />)
    await type(field(), '  老周  ')
    await submit()
    expect(joined).toEqual([{ name: '老周', code: '' }])
    expect(savedName()).toBe('老周')
  })

  it('does not join without a name and says why', async () => {
    let joins = 0
    await show(<JoinForm onJoin={async () => void joins++} />)
    await submit()
    expect(joins).toBe(0)
    expect(host.querySelector('[role=alert]')?.textContent).toContain('Please type a name')
    expect(field().getAttribute('aria-invalid')).toBe('true')
  })

  it('Enter while a Chinese word is composed does not submit; Enter afterwards may', async () => {
    await show(<JoinForm onJoin={async () => undefined} />)
    const enter = (isComposing: boolean) => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing })
      field().dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(enter(true)).toBe(true)
    expect(enter(false)).toBe(false)
  })

  it('an unknown code is said at the code, and the person can try again', async () => {
    let attempts = 0
    const refuse = async () => {
      attempts++
      throw new ApiFailure(404, 'not-found', 'no such code')
    }
    await show(<JoinForm code="AAA111" onJoin={refuse} />)
    await type(field(1), 'Li')
    await submit()
    expect(host.textContent).toContain('No workshop has this code')
    await submit()
    expect(attempts).toBe(2)
  })
})

describe('isComposing', () => {
  it('knows the last Enter that Safari reports only by its key code', () => {
    expect(isComposing({ keyCode: 229, nativeEvent: { isComposing: false } })).toBe(true)
    expect(isComposing({ keyCode: 13, nativeEvent: { isComposing: false } })).toBe(false)
  })
})
