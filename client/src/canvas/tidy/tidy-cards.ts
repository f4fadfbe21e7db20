import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import { tidy, tidyKey, placeOperations, type TidyBox, type TidyForm, type TidyOrder } from '@remedyboard/shared/mapping/tidy'
import type { Rect } from '@remedyboard/shared/board/tidy-rows'
import { Box, type Editor, type TLFrameShape, type TLShape, type TLShapeId } from 'tldraw'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { boardVotes } from '../../session/board-votes.ts'
import { areaRoom } from '../area/area-room.ts'
import { isArea } from '../area/area-meta.ts'
import { isClusterFrame, isSettled } from '../cluster/cluster-frame.ts'
import { CLUSTER } from '@remedyboard/shared/board/cluster-metrics'
import { moveAnimated } from './move-animated.ts'

/** Width that a loose selection may take, at least: four cards of the usual width and the air between them. */
const LOOSE_WIDTH = 1_400

/** What is put in order: the selected cards, or everything in a cluster or area. */
export type TidyTarget = { kind: 'cards'; ids: readonly TLShapeId[] } | { kind: 'frame'; id: TLShapeId }

export interface TidyWish {
  form: TidyForm
  by: TidyOrder
}

/**
 * Puts cards in order as one step. Locked ones stay where they are; a cluster grows or shrinks to hold its cards. `votes`: what an order
 * by votes goes by, if not by the newest dots.
 */
export function tidyCards(editor: Editor, session: BoardSession, target: TidyTarget, wish: TidyWish, votes = boardVotes(session)): void {
  const operations = tidyOperations(editor, session, target, wish, votes)
  if (operations.length === 0) return
  const ids = operations.flatMap((operation) => (operation.op === 'change' ? [operation.id as TLShapeId] : [])) // shapes only
  const inside = ids.flatMap((id) => editor.getSortedChildIdsForParent(id))
  moveAnimated(editor, [...new Set([...ids, ...inside])], () => session.edit(operations))
}

function tidyOperations(
  editor: Editor,
  session: BoardSession,
  target: TidyTarget,
  { form, by }: TidyWish,
  votes: ReadonlyMap<string, number>,
) {
  const frame = target.kind === 'frame' ? frameOf(editor, target.id) : undefined
  const ids = target.kind === 'cards' ? target.ids : editor.getSortedChildIdsForParent(target.id)
  const shapes = ids.flatMap((id) => {
    const shape = editor.getShape(id)
    return shape && !editor.isShapeHidden(shape) && (shape.type === ('card' as string) || isClusterFrame(shape)) ? [shape] : []
  })
  const { cards } = boardMapping(session).graph.get()
  const boxes = shapes.flatMap((shape): TidyBox[] => {
    const bounds = editor.getShapePageBounds(shape)
    if (!bounds) return []
    const card = cards.get(shape.id)
    const key = card ? tidyKey(card, by, votes) : { group: CLUSTERS_LAST, rank: 0 }
    return [{ id: shape.id, ...rectOf(bounds), ...key, locked: shape.meta['lock'] === true }]
  })
  if (boxes.length === 0) return []
  const room = frame ? roomIn(editor, frame) : roomAround(editor, shapes, boxes)
  // Clusters grow with their cards; areas do not.
  const bottom = frame && isArea(frame) ? room.y + room.h : undefined
  const result = tidy(boxes, { form, room: { ...room, bottom }, taken: takenBy(editor, shapes, frame) })
  const places = new Map(
    [...result.places].map(([id, place]) => {
      const { x, y } = editor.getPointInParentSpace(id as TLShapeId, place) // the ids of the shapes above
      return [id, { x: Math.round(x), y: Math.round(y) }]
    }),
  )
  const moves = placeOperations(session.index.visible, places)
  return frame && result.bounds ? [...moves, ...growOperations(editor, session, frame, result.bounds)] : moves
}

/** Sorts after the kinds and after all ids of people and clusters. */
const CLUSTERS_LAST = '\u{FFFE}'

function frameOf(editor: Editor, id: TLShapeId): TLFrameShape | undefined {
  const shape = editor.getShape(id)
  return isArea(shape) || isClusterFrame(shape) ? shape : undefined
}

function rectOf({ x, y, w, h }: Box): Rect {
  return { x, y, w, h }
}

/** Below the heading, in page space. Frames are not rotated here. */
function roomIn(editor: Editor, frame: TLFrameShape): Rect {
  const { w, h } = frame.props
  const { padding, heading } = CLUSTER
  const own = isArea(frame) ? areaRoom(frame) : { x: padding, y: heading, w: w - 2 * padding, h: h - heading - padding }
  const origin = editor.getShapePageBounds(frame)?.point ?? { x: 0, y: 0 }
  return { ...own, x: own.x + origin.x, y: own.y + origin.y }
}

/** From the upper left corner of what is there; as wide as the area around lets it be. */
function roomAround(editor: Editor, shapes: readonly TLShape[], boxes: readonly Rect[]): Rect {
  const { x, y, w, h } = Box.Common(boxes.map((box) => new Box(box.x, box.y, box.w, box.h)))
  const [first] = shapes
  const area = first && editor.findShapeAncestor(first, (shape) => isArea(shape) || isClusterFrame(shape))
  const around = area && isArea(area) ? roomIn(editor, area) : undefined
  const right = around && x >= around.x && x < around.x + around.w ? around.x + around.w : x + Math.max(w, LOOSE_WIDTH)
  return { x, y, w: Math.max(w, right - x), h }
}

/** What stays where it is: cards and things that are not put in order, and no frames around them. */
function takenBy(editor: Editor, tidied: readonly TLShape[], frame: TLFrameShape | undefined): Rect[] {
  const moved = new Set(tidied.map(({ id }) => id))
  const inClusters = (shape: TLShape) => isClusterFrame(editor.getShapeParent(shape)) && !frame
  const homes = new Set(tidied.map(({ parentId }) => parentId))
  return editor.getCurrentPageShapes().flatMap((shape) => {
    if (moved.has(shape.id) || shape.type === 'arrow' || shape.type === 'group' || isArea(shape) || editor.isShapeHidden(shape)) return []
    if (frame && shape.parentId !== frame.id) return []
    // a cluster stands in the way as a whole, unless it is where the cards are at home
    if (isClusterFrame(shape) ? homes.has(shape.id) : inClusters(shape) && !homes.has(shape.parentId)) return []
    const bounds = editor.getShapePageBounds(shape)
    return bounds ? [rectOf(bounds)] : []
  })
}

/** A cluster holds its cards, and no more; areas stay as the facilitators made them. */
function growOperations(editor: Editor, session: BoardSession, frame: TLFrameShape, bounds: Rect): BoardOperation[] {
  if (!isClusterFrame(frame) || (isSettled(frame) && !session.rights.get().facilitate)) return []
  const own = editor.getShapePageBounds(frame)
  if (!own) return []
  const w = Math.round(Math.max(CLUSTER.least.w, bounds.x + bounds.w - own.x + CLUSTER.padding))
  const h = Math.round(bounds.y + bounds.h - own.y + CLUSTER.bottom)
  if (w === frame.props.w && h === frame.props.h) return []
  return [
    {
      op: 'change',
      id: frame.id,
      changes: [
        { key: 'props.w', value: w },
        { key: 'props.h', value: h },
      ],
    },
  ]
}
