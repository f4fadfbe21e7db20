import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { isClusterFrame } from './cluster-frame.ts'

/** Whoever deletes a cluster takes away the frame; its cards stay where they are. Returns the way to stop. */
export function keepCardsOfClusters(editor: Editor): () => void {
  const former = editor.deleteShapes.bind(editor)
  editor.deleteShapes = (shapes: readonly (TLShape | TLShapeId)[]) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    editor.run(() => {
      for (const id of ids) freeCards(editor, id, ids)
      former(ids)
    })
    return editor
  }
  return () => {
    editor.deleteShapes = former
  }
}

/** Gives what is in a cluster, and is not deleted as well, to what the cluster is in. */
function freeCards(editor: Editor, id: TLShapeId, deleted: readonly TLShapeId[]): void {
  const shape = editor.getShape(id)
  if (!isClusterFrame(shape)) return
  const kept = editor.getSortedChildIdsForParent(id).filter((child) => !deleted.includes(child))
  if (kept.length > 0) editor.reparentShapes(kept, shape.parentId)
}
