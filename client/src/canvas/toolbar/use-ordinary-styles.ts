import { useEditor, useRelevantStyles, useValue, type ReadonlySharedStyleMap, type Editor } from 'tldraw'
import { isClusterFrame } from '../cluster/cluster-frame.ts'
import { linkEnds } from '../link/links.ts'

const STYLED_TOOLS = ['draw', 'highlight', 'geo', 'line', 'text', 'note', 'frame']

/** Styles to offer: for tldraw's ordinary shapes and the tools that make them. Cards, links, areas and clusters have the look of their kind. */
export function useOrdinaryStyles(): ReadonlySharedStyleMap | null {
  const editor = useEditor()
  const styles = useRelevantStyles()
  const isOrdinary = useValue('ordinary styles', () => offersStyles(editor), [editor])
  return isOrdinary ? styles : null
}

function offersStyles(editor: Editor): boolean {
  const selected = editor.getSelectedShapes()
  if (selected.length === 0) return STYLED_TOOLS.includes(editor.getCurrentToolId())
  return selected.some(
    (shape) =>
      shape.type !== 'card' &&
      !isClusterFrame(shape) &&
      !(editor.isShapeOfType(shape, 'arrow') && linkEnds(editor, shape as Parameters<typeof linkEnds>[1])),
  )
}
