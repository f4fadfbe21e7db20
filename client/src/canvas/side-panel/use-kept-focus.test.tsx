import { act, useRef, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useKeptFocus } from './use-kept-focus.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

function Panel() {
  const panel = useRef<HTMLDivElement>(null)
  const [tags, setTags] = useState(['lift', 'water'])
  useKeptFocus(panel)
  return (
    <div ref={panel} tabIndex={-1} data-panel>
      {tags.map((tag) => (
        <button key={tag} type="button" onClick={() => setTags(tags.filter((each) => each !== tag))}>
          {tag}
        </button>
      ))}
    </div>
  )
}

let root: Root
let host: HTMLElement

beforeEach(async () => {
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
  await act(async () => root.render(<Panel />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
})

describe('useKeptFocus', () => {
  it('gives the keyboard to the panel when the button that had it has gone', async () => {
    const [lift] = host.querySelectorAll('button')
    lift?.focus()
    await act(async () => lift?.click())
    await vi.waitFor(() => expect(document.activeElement).toBe(host.querySelector('[data-panel]')))
  })

  it('leaves it alone when something else has it', async () => {
    const [lift, water] = host.querySelectorAll('button')
    water?.focus()
    await act(async () => lift?.click())
    await new Promise((resolve) => queueMicrotask(() => resolve(null)))
    expect(document.activeElement).toBe(water)
  })
})
