import type { CardKind } from '@remedyboard/shared/board/card'
import { CARD_METRICS } from '@remedyboard/shared/board/card-metrics'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { Box, createShapeId, type Editor, type TLFrameShape, type TLShapeId, type TLShapePartial } from 'tldraw'
import { areaRoom } from '../area/area-room.ts'
import { cardsView, moveCamera } from '../camera/camera-moves.ts'
import { cardLayout } from '../card/card-layout.ts'
import { tidyRows, type Rect } from '@remedyboard/shared/board/tidy-rows'

/** Air between the cards, and to the borders of their area, in board units. */
const GAP = 20
const BORDER = 24

/** Cards that find no room stand below everything, this many beside one another: about as wide as a template. */
const FREE_COLUMNS = 8

/** More would make the others' canvases redraw a frame for each; people who paste fifty cards arrange them by area anyway. */
const MAX_SELECTED = 50

/** Cards that the view goes to: five rows below the board. */
const MAX_SHOWN = 5 * FREE_COLUMNS

interface ListPlan {
  cards: TLShapePartial<TLCardShape>[]
  /** cards that the area has no room for */
  outside: number
}

/** Where a list's cards would stand: in the free part of the area, else below everything. */
export function planList(editor: Editor, lines: readonly string[], kind: CardKind, area: TLFrameShape | null): ListPlan {
  const free = area ? area.props.w - 2 * BORDER : Infinity
  const w = Math.min(CARD_METRICS.m.defaultWidth, free)
  const props = lines.map((text): TLCardShape['props'] => {
    const card = { w, h: 1, kind, size: 'm', text } as const
    return { ...card, h: cardLayout(card).naturalHeight }
  })
  const heights = props.map(({ h }) => h)
  const inside = area ? tidyRows(heights, w, areaRoom(area), childBoxes(editor, area), GAP) : []
  const page = editor.getCurrentPageBounds()
  const origin = page ? { x: page.x, y: page.maxY + 2 * BORDER } : editor.getViewportPageBounds().center
  const below = { ...origin, w: FREE_COLUMNS * (w + GAP), h: Infinity }
  const outside = tidyRows(heights.slice(inside.length), w, below, [], GAP)
  return {
    outside: outside.length,
    cards: props.flatMap((card, i) => {
      const place = inside[i] ?? outside[i - inside.length]
      if (!place) return []
      const parentId = area && i < inside.length ? area.id : editor.getCurrentPageId()
      return { id: createShapeId(), type: 'card' as const, parentId, ...place, props: card }
    }),
  }
}

/** Puts a list on the board as one step, and shows it. */
export function addList(editor: Editor, { cards }: ListPlan): void {
  if (cards.length === 0) return
  editor.markHistoryStoppingPoint('paste list')
  editor.run(() => {
    editor.createShapes(cards)
    editor.setCurrentTool('select')
    if (cards.length <= MAX_SELECTED) editor.select(...cards.map(({ id }) => id))
    else editor.selectNone()
  })
  // The first of them, readable, where the first of them went: all five hundred at once could be neither read nor drawn quickly.
  const shown = cards.filter(({ parentId }) => parentId === cards[0]?.parentId).slice(0, MAX_SHOWN)
  const boxes = shown.flatMap(({ id }) => editor.getShapePageBounds(id) ?? [])
  if (boxes.length > 0) moveCamera(editor, cardsView(Box.Common(boxes), editor.getViewportScreenBounds()))
}

/** What lies in an area, and what lies over it without belonging to it, in the area's space. */
function childBoxes(editor: Editor, area: TLFrameShape): Rect[] {
  const bounds = editor.getShapePageBounds(area)
  if (!bounds) return []
  const isOwn = (id: TLShapeId) => id === area.id
  return editor.getCurrentPageShapes().flatMap((shape) => {
    if (isOwn(shape.id) || shape.type === 'frame' || shape.type === 'arrow') return []
    const box = editor.getShapePageBounds(shape)
    if (!box?.collides(bounds)) return []
    const { x, y } = editor.getPointInShapeSpace(area, box)
    return { x, y, w: box.w, h: box.h }
  })
}
