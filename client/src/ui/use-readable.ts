import { useCallback, useSyncExternalStore } from 'react'

/** Anything that has a value now and tells when it changes. */
interface Source<T> {
  get(): T
  subscribe(onChange: () => void): () => void
}

/** The value of a source; renders again when it changes. `get` must return the same object until then. */
export function useReadable<T>(source: Source<T>): T {
  // Another function at each drawing would take every reader off the list and put it back.
  const subscribe = useCallback((onChange: () => void) => source.subscribe(onChange), [source])
  return useSyncExternalStore(subscribe, () => source.get())
}
