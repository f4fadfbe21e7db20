import { createBindingId, createShapeId, type Editor, type TLShapeId } from 'tldraw'

/** Draws a link between two cards, as one step. */
export function linkCards(editor: Editor, from: TLShapeId, to: TLShapeId): void {
  const start = editor.getShapePageBounds(from)?.center
  const end = editor.getShapePageBounds(to)?.center
  if (!start || !end || from === to) return
  const id = createShapeId()
  editor.markHistoryStoppingPoint('link')
  editor.run(() => {
    editor.createShape({
      id,
      type: 'arrow',
      parentId: editor.getCurrentPageId(),
      x: start.x,
      y: start.y,
      props: { start: { x: 0, y: 0 }, end: { x: end.x - start.x, y: end.y - start.y } },
    })
    if (!editor.getShape(id)) return
    const props = { normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' } as const
    editor.createBindings([
      { id: createBindingId(), type: 'arrow', fromId: id, toId: from, props: { ...props, terminal: 'start' } },
      { id: createBindingId(), type: 'arrow', fromId: id, toId: to, props: { ...props, terminal: 'end' } },
    ])
  })
}
