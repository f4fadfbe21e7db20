import type { Editor, TLArrowShape, TLBinding } from 'tldraw'
import { linkEnds, linkMeta } from './links.ts'

/**
 * A line that somebody here ties to two cards becomes the group's link, in the step in which it is tied. What others tie, and
 * what came with a basis, is left as it is. Returns the way to stop.
 */
export function signGroupLinks(editor: Editor): () => void {
  return editor.sideEffects.registerAfterCreateHandler('binding', ({ fromId }: TLBinding, source) => {
    if (source !== 'user') return
    const arrow = editor.getShape(fromId)
    if (!arrow || !editor.isShapeOfType<TLArrowShape>(arrow, 'arrow') || linkMeta(arrow).basis !== undefined) return
    if (!linkEnds(editor, arrow)) return
    editor.store.update(arrow.id, (now) => ({ ...now, meta: { ...now.meta, basis: 'group' } }))
  })
}
