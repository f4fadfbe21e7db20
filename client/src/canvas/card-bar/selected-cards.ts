import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Editor } from 'tldraw'

/** The selection when it is nothing but cards; links between them may be in it. */
export function selectedCards(editor: Editor): TLCardShape[] {
  const shapes = editor.getSelectedShapes().filter(({ type }) => type !== 'arrow')
  const cards = shapes.filter((shape) => editor.isShapeOfType<TLCardShape>(shape, 'card'))
  return cards.length === shapes.length ? cards : []
}
