import { StateNode, type TLKeyboardEventInfo, type TLShapeId, type VecLike } from 'tldraw'
import { linkCards } from './link-cards.ts'

/** tldraw's id of the tool that links the selected card to the one chosen next. */
export const LINK_FROM_TOOL = 'link'

const FORWARD: ReadonlySet<string> = new Set(['Tab', 'ArrowRight', 'ArrowDown'])
const BACKWARD: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowUp'])

/**
 * From the selected card to the next one that is clicked, or chosen by Tab or arrow keys and Enter: linking without dragging,
 * for keyboards and for fingers. Escape, or a click beside all cards, ends it.
 */
export class LinkFromTool extends StateNode {
  static override id = LINK_FROM_TOOL

  #from: TLShapeId | null = null
  #to: TLShapeId | null = null

  override onEnter(): void {
    const selected = this.editor.getOnlySelectedShape()
    if (selected?.type !== 'card') {
      this.editor.setCurrentTool('arrow')
      return
    }
    this.#from = selected.id
    this.#point(null)
    this.editor.setCursor({ type: 'cross', rotation: 0 })
  }

  override onExit(): void {
    this.editor.setHintingShapes([])
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }

  override onPointerMove(): void {
    this.#point(this.#cardAt(this.editor.inputs.currentPagePoint))
  }

  override onPointerDown(): void {
    this.#point(this.#cardAt(this.editor.inputs.currentPagePoint))
    this.#finish()
  }

  override onKeyDown(info: TLKeyboardEventInfo): void {
    this.#step(info)
  }

  override onKeyRepeat(info: TLKeyboardEventInfo): void {
    this.#step(info)
  }

  override onKeyUp({ key }: TLKeyboardEventInfo): void {
    if (key === 'Enter' && this.#to) this.#finish()
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }

  #step({ key, shiftKey }: TLKeyboardEventInfo): void {
    if (!FORWARD.has(key) && !BACKWARD.has(key)) return
    const cards = this.editor.getCurrentPageShapesInReadingOrder().filter(({ id, type }) => type === 'card' && id !== this.#from)
    if (cards.length === 0) return
    const by = BACKWARD.has(key) || shiftKey ? -1 : 1
    const at = cards.findIndex(({ id }) => id === this.#to)
    const next = cards[at < 0 ? 0 : (at + by + cards.length) % cards.length]
    if (!next) return
    this.#point(next.id)
    const bounds = this.editor.getShapePageBounds(next)
    if (bounds && !this.editor.getViewportPageBounds().contains(bounds)) this.editor.centerOnPoint(bounds.center)
  }

  #cardAt(point: VecLike): TLShapeId | null {
    const shape = this.editor.getShapeAtPoint(point, { hitInside: true, filter: ({ type }) => type === 'card' })
    return shape && shape.id !== this.#from ? shape.id : null
  }

  #point(to: TLShapeId | null): void {
    this.#to = to
    this.editor.setHintingShapes(to ? [to] : [])
  }

  #finish(): void {
    const [from, to] = [this.#from, this.#to]
    this.editor.setCurrentTool('select')
    if (!from || !to || !this.editor.getShape(from) || !this.editor.getShape(to)) return
    linkCards(this.editor, from, to)
    this.editor.select(from)
  }
}
