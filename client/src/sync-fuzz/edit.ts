import { CARD_KINDS } from '@remedyboard/shared/board/card'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { TEXT } from '@remedyboard/shared/board/facets'
import { RICH_TEXT } from '@remedyboard/shared/board/rich-text'
import { createBindingId, createShapeId, toRichText, type Editor, type TLDrawShape, type TLShape, type TLShapeId } from 'tldraw'
import * as Y from 'yjs'
import { must } from './check.ts'
import type { FuzzPeer } from './fuzz-peer.ts'
import type { EditKind, Operation } from './operation.ts'

/** What people do without leaving the text that they have open. */
const WITH_OPEN_TEXT: ReadonlySet<EditKind> = new Set(['keys', 'textUndo', 'undo', 'redo', 'frameTick', 'reopen', 'phase', 'role'])

/** So many shapes are fought over. */
const HOT = 4

/** Does what the operation says through the person's editor, as their hands would. `serial` names what is made. */
export function edit(peer: FuzzPeer, kind: EditKind, operation: Operation, serial: number): void {
  const { editor, bound } = peer
  // The page of somebody who may only look takes no keys and no drags.
  if (!editor || !bound || editor.getInstanceState().isReadonly) return
  const { a, b, text } = operation
  if (!WITH_OPEN_TEXT.has(kind)) peer.closeText()
  const shapes = shapesOf(editor)
  // Half of the time everybody wants the same few things: that is where edits meet.
  const shape = shapes[a % Math.max(1, b % 2 ? Math.min(HOT, shapes.length) : shapes.length)]
  const other = shapes[b % Math.max(1, shapes.length)]
  const create = (partial: Partial<TLShape> & { type: TLShape['type'] }) => {
    editor.createShape({ id: createShapeId(`${serial}`), x: a, y: b, ...partial } as TLShape)
  }
  const step = (act: () => void) => {
    if (!peer.gesturing) editor.markHistoryStoppingPoint()
    act()
  }
  switch (kind) {
    case 'card':
      return step(() => create({ type: 'card', props: { w: 320, h: 70, kind: CARD_KINDS[a % 7], size: 'm', text } } as never))
    case 'frame':
      return step(() => create({ type: 'frame', props: { w: 400, h: 300, name: text }, meta: b % 3 === 0 ? { area: 'x' } : {} } as never))
    case 'geo':
      return step(() => create({ type: b % 2 ? 'geo' : 'note', props: { richText: toRichText(text) } } as never))
    case 'link':
      return step(() => {
        const id = createShapeId(`${serial}`)
        create({ type: 'arrow', meta: { basis: 'group' } } as never)
        for (const [terminal, end] of [
          ['start', shape],
          ['end', other],
        ] as const) {
          if (end && end.type !== 'arrow') bind(editor, id, end.id, terminal, `${serial}-${terminal}`)
        }
      })
    case 'move':
      if (!shape) return
      step(() => editor.updateShape({ id: shape.id, type: shape.type, x: a - 500, y: b - 500 }))
      hold(peer, [shape.id])
      return
    case 'moveMany':
      return step(() => {
        const some = shapes.filter((_, i) => (i + a) % 3 === 0)
        editor.updateShapes(some.map(({ id, type, x, y }) => ({ id, type, x: x + (a % 50), y: y - (b % 50) })))
        const ids = some.map(({ id }) => id)
        hold(peer, ids)
      })
    case 'resize':
      if (shape && shape.type !== 'arrow' && 'w' in shape.props) {
        step(() => editor.updateShape({ id: shape.id, type: shape.type, props: { w: 50 + a, h: 50 + b } } as never))
      }
      return
    case 'text':
      if (!shape) return
      if ('richText' in shape.props) {
        step(() =>
          editor.updateShape({ id: shape.id, type: shape.type, props: { richText: toRichText(text.repeat(1 + (b % 3))) } } as never),
        )
      } else if ('text' in shape.props && shape.type !== 'arrow') {
        step(() => editor.updateShape({ id: shape.id, type: shape.type, props: { text } } as never))
      }
      return
    case 'type':
      return typeInto(peer, shape, a, b, text)
    case 'recolour':
      if (shape?.type === ('card' as never)) {
        step(() => editor.updateShape({ id: shape.id, type: shape.type, props: { kind: CARD_KINDS[b % 7] } } as never))
      } else if (shape) step(() => editor.updateShape({ id: shape.id, type: shape.type, opacity: (b % 10) / 10 }))
      return
    case 'reparent': {
      if (!shape) return
      // Only frames and groups take things in.
      const homes = shapes.filter(({ type }) => type === 'frame' || type === 'group')
      const home = b % 3 === 0 ? undefined : homes[b % Math.max(1, homes.length)]
      if (home?.id === shape.id || editor.hasAncestor(home, shape.id)) return
      return step(() => editor.reparentShapes([shape.id], home?.id ?? editor.getCurrentPageId()))
    }
    case 'nest': {
      // Two people who put two frames into each other make a circle; nobody alone can.
      const frames = shapes.filter(({ type }) => type === 'frame')
      const [inner, outer] = [frames[a % Math.max(1, frames.length)], frames[b % Math.max(1, frames.length)]]
      if (inner && outer && inner.id !== outer.id && !editor.hasAncestor(outer, inner.id)) {
        step(() => editor.reparentShapes([inner.id], outer.id))
      }
      return
    }
    case 'deleteFrame': {
      const frames = shapes.filter(({ type }) => type === 'frame')
      const frame = frames[a % Math.max(1, frames.length)]
      if (frame) step(() => editor.deleteShapes([frame.id]))
      return
    }
    case 'bind': {
      const arrows = shapes.filter(({ type }) => type === 'arrow')
      const arrow = arrows[a % Math.max(1, arrows.length)]
      const terminal = a % 2 ? 'start' : 'end'
      if (arrow && other && other.type !== 'arrow') step(() => bind(editor, arrow.id, other.id, terminal, `${serial}`))
      return
    }
    case 'unbind': {
      const bindings = shapes.flatMap(({ id }) => editor.getBindingsFromShape(id, 'arrow'))
      const binding = bindings[a % Math.max(1, bindings.length)]
      if (binding) step(() => editor.deleteBindings([binding.id]))
      return
    }
    case 'delete':
      if (shape) step(() => editor.deleteShapes(b % 4 === 0 && other ? [shape.id, other.id] : [shape.id]))
      return
    case 'group': {
      const siblings = shapes.filter(({ parentId }) => parentId === shape?.parentId).slice(0, 2 + (b % 2))
      if (siblings.length > 1) step(() => editor.groupShapes(siblings, { groupId: createShapeId(`${serial}`), select: false }))
      return
    }
    case 'ungroup': {
      const group = shapes.find(({ type }) => type === 'group')
      if (group) step(() => editor.ungroupShapes([group.id]))
      return
    }
    case 'reorder':
      if (shape) step(() => (b % 2 ? editor.bringToFront([shape.id]) : editor.sendToBack([shape.id])))
      return
    case 'undo':
      editor.undo()
      return
    case 'redo':
      editor.redo()
      return
    case 'gestureStart':
      if (!peer.gesturing) editor.markHistoryStoppingPoint('gesture')
      peer.gesturing = true
      return
    case 'gestureEnd':
      checkHeld(peer)
      peer.endGesture()
      return
    case 'escape':
      if (peer.gesturing) editor.bail()
      peer.endGesture()
      return
    case 'stroke':
      return step(() => {
        create({ type: b % 5 ? 'draw' : 'highlight', props: { segments: [{ type: 'free', points: [point(a, b, a)] }] } } as never)
        peer.stroke = createShapeId(`${serial}`)
      })
    case 'grow': {
      const strokes = shapes.filter(({ type }) => type === 'draw' || type === 'highlight')
      const own = strokes.find(({ id }) => id === peer.stroke)
      const stroke = own && a % 8 ? own : strokes[a % Math.max(1, strokes.length)]
      if (stroke) step(() => grow(editor, stroke, a, b))
      return
    }
    case 'openText':
      if (shape && shape.type !== 'arrow') peer.openText(shape)
      return
    case 'keys': {
      const found = peer.text ?? (shape && shape.type !== 'arrow' ? (peer.openText(shape), peer.text) : undefined)
      // Keys also reach a text that somebody has deleted, until it is gone from the screen.
      found?.type(a, b % 4 === 0 ? b % 3 : 0, text)
      return
    }
    case 'textUndo':
      peer.text?.undo()
      return
    case 'closeText':
      peer.closeText()
      return
    case 'lock':
      if (shape) step(() => editor.updateShape({ id: shape.id, type: shape.type, meta: { lock: b % 3 !== 0 } }))
      return
    case 'frameTick':
    case 'reopen':
    case 'phase':
    case 'role':
      return
    default:
      kind satisfies never
  }
}

/** From now on these shapes must stay where this person's hand has them. */
function hold(peer: FuzzPeer, ids: readonly TLShapeId[]): void {
  peer.held.clear()
  if (!peer.gesturing) return
  for (const id of ids) {
    const shape = peer.editor?.getShape(id)
    if (shape) peer.held.set(id, { x: shape.x, y: shape.y })
  }
}

/** What somebody holds stays in their hand, whatever others do to it meanwhile, unless it is gone. */
function checkHeld({ held, editor, name }: FuzzPeer): void {
  for (const [id, { x, y }] of held) {
    const shape = editor?.getShape(id)
    if (shape) must(shape.x === x && shape.y === y, `${name}: what they hold jumped`, () => [x, y, shape])
  }
}

function point(a: number, b: number, pressure: number) {
  return { x: (a % 97) / 4, y: (b % 89) / 5, z: pressure % 3 ? 0.5 : (pressure % 100) / 100 }
}

/** As the pen does: more points at the end, a last point that is put right, or a straight line from there. */
function grow(editor: Editor, stroke: TLShape, a: number, b: number): void {
  const { segments } = stroke.props as TLDrawShape['props']
  const last = segments.at(-1)
  if (!last) return
  const more = Array.from({ length: 1 + (a % 4) }, (_, i) => point(a + i, b + i, b))
  const former = b % 6 === 0 ? last.points.slice(0, -1) : last.points
  const next: TLDrawShape['props']['segments'] =
    b % 7 === 0
      ? [...segments, { type: 'straight', points: [last.points.at(-1) ?? point(a, b, a), point(b, a, a)] }]
      : [...segments.slice(0, -1), { ...last, points: [...former, ...more] }]
  editor.updateShape({ id: stroke.id, type: stroke.type, props: { segments: next } } as never)
}

/** As the text editors write: into the shared text, in the middle of other people's characters. */
function typeInto(peer: FuzzPeer, shape: TLShape | undefined, a: number, b: number, text: string): void {
  const facets = shape && recordsOf(peer.doc).get(shape.id)
  const shared = facets?.get(TEXT) ?? firstWords(facets?.get(RICH_TEXT))
  if (!(shared instanceof Y.Text) || !peer.bound) return
  peer.editor?.markHistoryStoppingPoint()
  peer.doc.transact(() => {
    // No caret stands within an emoji.
    const letters = [...shared.toString()]
    const before = a % (letters.length + 1)
    const at = letters.slice(0, before).join('').length
    if (b % 3 === 0) shared.delete(at, letters.slice(before, before + 2).join('').length)
    shared.insert(at, text.replaceAll('\n', ' '))
  }, peer.bound.origin)
}

/** The text of a rich text's first paragraph; a paragraph without any text has none. */
function firstWords(fragment: unknown): Y.XmlText | undefined {
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  return words instanceof Y.XmlText ? words : undefined
}

/** What a person can take hold of: shapes in an order that does not depend on how they came. */
function shapesOf(editor: Editor): TLShape[] {
  return editor
    .getCurrentPageShapes()
    .slice()
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function bind(editor: Editor, from: TLShapeId, to: TLShapeId, terminal: 'start' | 'end', name: string): void {
  const former = editor.getBindingsFromShape(from, 'arrow').filter(({ props }) => (props as { terminal: string }).terminal === terminal)
  editor.deleteBindings(former.map(({ id }) => id))
  editor.createBinding({
    id: createBindingId(name),
    type: 'arrow',
    fromId: from,
    toId: to,
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  })
}
