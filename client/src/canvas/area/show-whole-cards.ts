import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { isClusterFrame } from '../cluster/cluster-frame.ts'
import { isArea } from './area-meta.ts'

/**
 * A card that reaches over the border of its area or cluster, because its text grew, stays readable: tldraw cuts off what lies outside of a
 * frame. Ordinary frames go on doing that. Returns the way to stop.
 */
export function showWholeCards(editor: Editor): () => void {
  const former = { clipPath: editor.getShapeClipPath.bind(editor), mask: editor.getShapeMask.bind(editor) }
  const isFree = (shape: TLShape | TLShapeId) => {
    const frames = editor.getShapeAncestors(shape).filter(({ type }) => type === 'frame')
    return frames.every((frame) => isArea(frame) || isClusterFrame(frame))
  }
  editor.getShapeClipPath = (shape) => (isFree(shape) ? undefined : former.clipPath(shape))
  editor.getShapeMask = (shape) => (isFree(shape) ? undefined : former.mask(shape))
  return () => {
    editor.getShapeClipPath = former.clipPath
    editor.getShapeMask = former.mask
  }
}
