import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Editor } from 'tldraw'

/** The given cards as they are read; those that the canvas leaves out of its order stay as they are given, all of them. */
export function cardsInReadingOrder(editor: Editor, cards: readonly TLCardShape[]): readonly TLCardShape[] {
  const chosen = new Set(cards.map(({ id }) => id))
  const inOrder = editor.getCurrentPageShapesInReadingOrder().filter((shape): shape is TLCardShape => chosen.has(shape.id))
  return inOrder.length === cards.length ? inOrder : cards
}
