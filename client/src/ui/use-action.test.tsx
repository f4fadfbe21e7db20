import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it, vi } from 'vitest'
import { useAction, type Action } from './use-action.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
const root = createRoot(document.createElement('div'))
afterEach(() => act(async () => root.render(null)))

async function rendered(onFailure?: (failure: string) => void): Promise<() => Action<string>> {
  let latest: Action<string> | undefined
  function Asking() {
    latest = useAction(String, onFailure)
    return null
  }
  await act(async () => root.render(<Asking />))
  return () => {
    if (!latest) throw new Error('not rendered')
    return latest
  }
}

it('is busy until there is an answer, and says whether it went well', async () => {
  const action = await rendered()
  let arrive = (): void => undefined
  const answer = new Promise<void>((resolve) => (arrive = resolve))
  let outcome: Promise<boolean> | undefined
  await act(async () => void (outcome = action().run(() => answer)))
  expect(action().busy).toBe(true)
  await act(async () => arrive())
  expect(action()).toMatchObject({ busy: false, failure: null })
  expect(await outcome).toBe(true)
})

it('keeps why it failed until the next begins, and tells it once', async () => {
  const onFailure = vi.fn<(failure: string) => void>()
  const action = await rendered(onFailure)
  let outcome: boolean | undefined
  await act(async () => {
    outcome = await action().run(async () => {
      throw new RangeError('too many')
    })
  })
  expect(outcome).toBe(false)
  expect(action()).toMatchObject({ busy: false, failure: 'RangeError: too many' })
  expect(onFailure).toHaveBeenCalledExactlyOnceWith('RangeError: too many')
  await act(async () => void (await action().run(async () => undefined)))
  expect(action().failure).toBeNull()
})
