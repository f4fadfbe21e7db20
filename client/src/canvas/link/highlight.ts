import { atom, WeakCache, type Atom, type Editor, type TLShapeId } from 'tldraw'

const NONE: ReadonlySet<string> = new Set()

const highlights = new WeakCache<Editor, Atom<ReadonlySet<string>>>()

function highlightOf(editor: Editor): Atom<ReadonlySet<string>> {
  return highlights.get(editor, () => atom('highlight', NONE))
}

/** Cards and links that somebody points at in a panel; empty when nobody does. */
export function highlighted(editor: Editor): ReadonlySet<string> {
  return highlightOf(editor).get()
}

/** Lights a path: the cards get an outline, the links come forward (weak ones too), the other links step back. */
export function highlight(editor: Editor, ids: readonly string[]): void {
  const atomOf = highlightOf(editor)
  if (ids.length === 0 && atomOf.get().size === 0) return
  atomOf.set(ids.length === 0 ? NONE : new Set(ids))
  // The store was asked: what is in it under this id has the id's type.
  const shapes = ids.filter((id): id is TLShapeId => id.startsWith('shape:') && editor.store.has(id as TLShapeId))
  editor.setHintingShapes(shapes.filter((id) => editor.getShape(id)?.type !== 'arrow'))
}
