import type { AreaMeta } from '@remedyboard/shared/board/card'
import { isCluster } from '@remedyboard/shared/board/permission'
import type { Editor, TLFrameShape, TLShape, VecLike } from 'tldraw'
import { toBoardRecord } from '../binding/record-casts.ts'

/** A frame that is a cluster: no other frame is one. */
type TLClusterFrame = TLFrameShape & { meta: { cluster: 'suggested' | 'settled' } }

/** A named group of cards. */
export function isClusterFrame(shape: TLShape | undefined): shape is TLClusterFrame {
  return shape?.type === 'frame' && isCluster(toBoardRecord(shape))
}

/** A facilitator has decided on its name; cards may still come and go. */
export function isSettled(shape: TLFrameShape): boolean {
  const { cluster }: AreaMeta = shape.meta
  return cluster === 'settled'
}

/** The topmost cluster at a point of the page. */
export function clusterAt(editor: Editor, point: VecLike): TLFrameShape | undefined {
  return editor
    .getCurrentPageShapesSorted()
    .filter(isClusterFrame)
    .findLast((shape) => editor.getShapePageBounds(shape)?.containsPoint(point))
}

/** The one selected cluster, when nothing else is selected. */
export function selectedCluster(editor: Editor): TLFrameShape | null {
  const shape = editor.getOnlySelectedShape() ?? undefined
  return isClusterFrame(shape) ? shape : null
}
