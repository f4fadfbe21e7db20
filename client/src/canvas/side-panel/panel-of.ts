import type { CardKind } from '@remedyboard/shared/board/card'
import { atom, WeakCache, type Atom, type Editor, type TLShapeId } from 'tldraw'

/** What stands at the side of the canvas. The board stays in use beside it. */
export type CanvasPanel =
  /** everything about the selected cards or the selected link */
  | { kind: 'details' }
  /** cards of a kind, to link this card to */
  | { kind: 'link'; cardId: TLShapeId; to: CardKind }

const panels = new WeakCache<Editor, Atom<CanvasPanel | null>>()

/** Which panel is open at the side of this editor. */
export function panelOf(editor: Editor): Atom<CanvasPanel | null> {
  return panels.get(editor, () => atom<CanvasPanel | null>('canvas panel', null))
}
