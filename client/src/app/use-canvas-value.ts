import type { CanvasApi } from '../canvas/canvas-api.ts'
import { useReadable } from '../ui/use-readable.ts'

interface Source<T> {
  get(): T
  subscribe(onChange: () => void): () => void
}

const never = () => () => undefined

/** A value of the canvas, which is loaded later than the page around it: `before` must be the same object each time. */
export function useCanvasValue<T>(canvas: CanvasApi | null, pick: (canvas: CanvasApi) => Source<T>, before: T): T {
  return useReadable(canvas ? pick(canvas) : { get: () => before, subscribe: never })
}
