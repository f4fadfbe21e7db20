import { useCallback, useSyncExternalStore } from 'react'

/** One plain value out of a source that changes often, as with each cursor: renders again only when that value changes. */
export function useSelected<T, R extends string | number | boolean | null>(
  source: { get(): T; subscribe(onChange: () => void): () => void },
  pick: (value: T) => R,
): R {
  const subscribe = useCallback((onChange: () => void) => source.subscribe(onChange), [source])
  return useSyncExternalStore(subscribe, () => pick(source.get()))
}
