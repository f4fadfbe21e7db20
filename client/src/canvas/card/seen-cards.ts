import { useCallback, useSyncExternalStore } from 'react'
import { react, unsafe__withoutCapture, useEditor, WeakCache, type Editor, type TLShapeId } from 'tldraw'

/**
 * Which cards were in view since the board was opened. One reaction for all of them: thousands, one for each card, made every
 * step of a pan dear.
 */
class SeenCards {
  readonly #seen = new Set<TLShapeId>()
  readonly #waiting = new Map<TLShapeId, () => void>()

  constructor(editor: Editor) {
    const stop = react('seen cards', () => {
      const culled = editor.getCulledShapes()
      for (const [id, tell] of this.#waiting) if (!culled.has(id)) tell()
    })
    editor.disposables.add(stop)
  }

  has(editor: Editor, id: TLShapeId): boolean {
    if (this.#seen.has(id)) return true
    const isInView = unsafe__withoutCapture(() => !editor.getCulledShapes().has(id))
    if (isInView) this.#seen.add(id)
    return isInView
  }

  wait(id: TLShapeId, tell: () => void): () => void {
    this.#waiting.set(id, () => {
      this.#waiting.delete(id)
      tell()
    })
    return () => this.#waiting.delete(id)
  }
}

const seenCards = new WeakCache<Editor, SeenCards>()

/** True from the first moment on in which the card is in view: panning back draws nothing anew. */
export function useWasSeen(id: TLShapeId): boolean {
  const editor = useEditor()
  const cards = seenCards.get(editor, () => new SeenCards(editor))
  const subscribe = useCallback((tell: () => void) => cards.wait(id, tell), [cards, id])
  return useSyncExternalStore(subscribe, () => cards.has(editor, id))
}
