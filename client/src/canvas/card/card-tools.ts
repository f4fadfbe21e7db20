import type { CardKind } from '@remedyboard/shared/board/card'
import { CARD_METRICS, cardHeight } from '@remedyboard/shared/board/card-metrics'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import {
  clamp,
  createShapeId,
  StateNode,
  type Editor,
  type TLPointerEventInfo,
  type TLShapeId,
  type TLStateNodeConstructor,
  type VecLike,
} from 'tldraw'
import { areaAt } from '../area/areas-on-page.ts'
import { clusterAt } from '../cluster/cluster-frame.ts'

/** Distance that a new card keeps from the border of its area, in board units. */
const BORDER = 24

/** Makes an empty card around `point` (page space). Inside an area or cluster it belongs to it and stays within its borders. */
export function addCard(editor: Editor, kind: CardKind, point: VecLike): TLShapeId | null {
  const id = createShapeId()
  const area = clusterAt(editor, point) ?? areaAt(editor, point)
  const free = area ? area.props.w - 2 * BORDER : Infinity
  const w = Math.min(CARD_METRICS.m.defaultWidth, free)
  const h = cardHeight('m', w, 1)
  const at = area ? editor.getPointInShapeSpace(area, point) : point
  const place = {
    x: area ? clamp(at.x - w / 2, BORDER, area.props.w - BORDER - w) : at.x - w / 2,
    y: area ? clamp(at.y - h / 2, BORDER, Math.max(BORDER, area.props.h - BORDER - h)) : at.y - h / 2,
  }
  editor.createShape<TLCardShape>({
    id,
    type: 'card',
    parentId: area?.id ?? editor.getCurrentPageId(),
    ...place,
    props: { w, h, kind, size: 'm', text: '' },
  })
  if (!editor.getShape(id)) return null
  editor.select(id)
  return id
}

export function writeInto(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  if (!shape) return
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

class CardIdle extends StateNode {
  static override id = 'idle'

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onPointerDown(info: TLPointerEventInfo): void {
    this.parent.transition('pointing', info)
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}

/** A click puts the card down and opens it for writing; a drag carries it to its place first. */
class CardPointing extends StateNode {
  static override id = 'pointing'

  #cardId: TLShapeId | null = null
  #markId = ''

  override onEnter(): void {
    const kind = (this.parent as CardTool).kind
    this.#markId = this.editor.markHistoryStoppingPoint(`add ${kind}`)
    this.#cardId = addCard(this.editor, kind, this.editor.inputs.originPagePoint)
    if (!this.#cardId) this.onCancel()
  }

  override onPointerMove(info: TLPointerEventInfo): void {
    const cardId = this.#cardId
    const shape = cardId && this.editor.getShape(cardId)
    if (!shape || !this.editor.inputs.isDragging) return
    this.editor.setCurrentTool('select.translating', {
      ...info,
      target: 'shape',
      shape,
      isCreating: true,
      creatingMarkId: this.#markId,
      onInteractionEnd: this.parent.id,
      onCreate: () => writeInto(this.editor, shape.id),
    })
  }

  override onPointerUp(): void {
    this.#finish()
  }

  override onComplete(): void {
    this.#finish()
  }

  override onInterrupt(): void {
    this.onCancel()
  }

  override onCancel(): void {
    this.editor.bailToMark(this.#markId)
    this.parent.transition('idle')
  }

  #finish(): void {
    if (this.#cardId) writeInto(this.editor, this.#cardId)
  }
}

abstract class CardTool extends StateNode {
  static override initial = 'idle'
  static override children(): TLStateNodeConstructor[] {
    return [CardIdle, CardPointing]
  }
  abstract readonly kind: CardKind
}

/** tldraw's id of the tool that adds cards of a kind. */
export function cardToolId<K extends CardKind>(kind: K): `card-${K}` {
  return `card-${kind}`
}

function cardTool(kind: CardKind): TLStateNodeConstructor {
  return class extends CardTool {
    static override id = cardToolId(kind)
    override readonly kind = kind
  }
}

/** Kinds that people add by hand from the toolbar. Practices and evidence come from the "more" menu. */
export const CARD_TOOL_KINDS = [
  'dilemma',
  'remedy',
  'stakeholder',
  'action',
  'note',
  'practice',
  'evidence',
] as const satisfies readonly CardKind[]

export const cardTools: readonly TLStateNodeConstructor[] = CARD_TOOL_KINDS.map(cardTool)
