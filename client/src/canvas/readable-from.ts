import { react, type Signal } from 'tldraw'
import type { Readable } from '../session/readable.ts'

/** A tldraw signal as the rest of the app reads values. */
export function readableFrom<T>(signal: Signal<T>): Readable<T> {
  return {
    get: () => signal.get(),
    subscribe(onChange) {
      let first = true
      return react('readable', () => {
        signal.get()
        // `react` runs at once; subscribers are told of changes only.
        if (first) first = false
        else onChange()
      })
    },
  }
}
