import { atom, WeakCache, type Atom, type Editor, type TLShapeId, type VecLike } from 'tldraw'

/** A dialog of the canvas's own. `point`: where on the page something was pasted. */
export type CanvasDialog =
  | { kind: 'paste-list'; text: string; point: VecLike | null }
  | { kind: 'keys' }
  | { kind: 'reading'; cardId: TLShapeId }

const dialogs = new WeakCache<Editor, Atom<CanvasDialog | null>>()

/** Which dialog is open over this editor. */
export function dialogOf(editor: Editor): Atom<CanvasDialog | null> {
  return dialogs.get(editor, () => atom<CanvasDialog | null>('canvas dialog', null))
}
