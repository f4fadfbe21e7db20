import { useSyncExternalStore } from 'react'

/** One plain value out of a source that changes often, as with each cursor: renders again only when that value changes. */
export function useSelected<T, R extends string | number | boolean | null>(
  source: { get(): T; subscribe(onChange: () => void): () => void },
  pick: (value: T) => R,
): R {
  return useSyncExternalStore(
    (onChange) => source.subscribe(onChange),
    () => pick(source.get()),
  )
}
