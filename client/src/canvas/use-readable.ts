import { useSyncExternalStore } from 'react'
import type { Readable } from '../session/readable.ts'

export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(
    (onChange) => readable.subscribe(onChange),
    () => readable.get(),
  )
}
