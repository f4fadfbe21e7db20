import type { AreaMeta } from '@remedyboard/shared/board/card'
import type { TLFrameShape, TLShape } from 'tldraw'

/** Meta of a frame; unknown JSON to tldraw, written only through our own schema. */
export function areaMeta(shape: TLShape): AreaMeta {
  return shape.meta
}

/** A frame with a purpose. Ordinary frames stay tldraw's. */
export function isArea(shape: TLShape | undefined): shape is TLFrameShape {
  return shape?.type === 'frame' && typeof shape.meta['area'] === 'string'
}
