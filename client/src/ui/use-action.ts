import { useState } from 'react'

/** One request of a person's at a time, as buttons need it. */
export interface Action<Failure> {
  busy: boolean
  /** why the last one failed; null again when the next begins */
  failure: Failure | null
  /** resolves to whether it went well; never throws */
  run: (request: () => Promise<unknown>) => Promise<boolean>
}

/** Runs what a button asks for, and keeps whether it is under way and why it failed. `failureOf` makes an error one of the known reasons. */
export function useAction<Failure>(failureOf: (error: unknown) => Failure, onFailure?: (failure: Failure) => void): Action<Failure> {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (request: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setFailure(null)
    try {
      await request()
      return true
    } catch (error) {
      const reason = failureOf(error)
      setFailure(() => reason)
      onFailure?.(reason)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, run }
}
