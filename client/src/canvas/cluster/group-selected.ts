import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Editor, TLParentId, TLShapeId } from 'tldraw'
import { newShapeId } from '../../session/new-id.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { isArea } from '../area/area-meta.ts'
import { areaRoom } from '../area/area-room.ts'
import { cardsInReadingOrder } from '../keyboard/cards-in-reading-order.ts'
import { moveAnimated } from '../tidy/move-animated.ts'
import { isClusterFrame } from './cluster-frame.ts'
import { clusterOperations, type ClusterCard } from './make-cluster.ts'

/** Gathers the chosen cards in a new cluster and selects it, so that it can be named. One step. */
export function groupSelected(editor: Editor, session: BoardSession, cards: readonly TLCardShape[]): void {
  const chosen = new Set<string>(cards.map(({ id }) => id))
  const inOrder = cardsInReadingOrder(editor, cards)
  const [first] = inOrder
  if (!first) return
  const home = editor.findShapeAncestor(first, isArea)
  const area = isArea(home) ? home : undefined
  const parentId: TLParentId = area?.id ?? editor.getCurrentPageId()
  const boxIn = (id: TLShapeId): ClusterCard[] => {
    const bounds = editor.getShapePageBounds(id)
    if (!bounds) return []
    const { x, y } = pointIn(editor, parentId, bounds)
    return [{ id, x, y, w: bounds.w, h: bounds.h }]
  }
  const id = newShapeId()
  const operations = clusterOperations({
    records: session.index.visible,
    id,
    parentId,
    author: session.view.get().me.id,
    cards: inOrder.flatMap((card) => boxIn(card.id)),
    taken: editor.getSortedChildIdsForParent(parentId).flatMap((child) => (staysPut(editor, child, chosen) ? boxIn(child) : [])),
    ...(area ? { room: areaRoom(area) } : {}),
  })
  moveAnimated(
    editor,
    inOrder.map((card) => card.id),
    () => session.edit(operations),
  )
  if (editor.getShape(id as TLShapeId)) editor.select(id as TLShapeId) // it was made to be a shape's
}

function staysPut(editor: Editor, id: TLShapeId, chosen: ReadonlySet<string>): boolean {
  const shape = editor.getShape(id)
  if (!shape || chosen.has(id) || shape.type === 'arrow' || editor.isShapeHidden(shape)) return false
  return shape.type !== 'frame' || isClusterFrame(shape)
}

function pointIn(editor: Editor, parentId: TLParentId, point: { x: number; y: number }): { x: number; y: number } {
  const parent = editor.getShape(parentId as TLShapeId) // undefined for the page, whose space is the page's
  return parent ? editor.getPointInShapeSpace(parent, point) : point
}
