import { atom, react, type Signal } from 'tldraw'
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

/** A value of the rest of the app as a tldraw signal; `stop` ends the subscription. */
export function signalFrom<T>(readable: Readable<T>): { signal: Signal<T>; stop: () => void } {
  const signal = atom('readable', readable.get())
  return { signal, stop: readable.subscribe(() => signal.set(readable.get())) }
}
