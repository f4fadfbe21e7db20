import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { lazyPart } from './lazy-part.tsx'

const root = createRoot(document.body.appendChild(document.createElement('div')))
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
afterEach(() => act(() => root.render(null)))

it('shows nothing while a part is not there, and asks again for one that could not be loaded', async () => {
  let isOnline = false
  const Part = lazyPart<object>(async () => {
    if (!isOnline) throw new Error('offline')
    return await Promise.resolve({ default: () => <p>here</p> })
  })
  await act(async () => root.render(<Part key={1} />))
  expect(document.body.textContent).toBe('')
  isOnline = true
  await act(async () => root.render(<Part key={2} />))
  expect(document.body.textContent).toBe('here')
})
