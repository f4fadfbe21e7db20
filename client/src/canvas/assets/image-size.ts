export interface Size {
  w: number
  h: number
}

/** Longest side of a photo that is sent, in pixels: sharp on a projector at full width, about 1 MB as JPEG. */
const MAX_IMAGE_SIDE = 2_560

/** Longest side of a new image on the board, in board units: two cards wide, so that it covers nothing by surprise. */
const MAX_SIDE_ON_BOARD = 640

function within({ w, h }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(w, h))
  return { w: Math.max(1, Math.round(w * scale)), h: Math.max(1, Math.round(h * scale)) }
}

/** Size in pixels in which an image is sent; never larger than it is. */
export function sizeToSend(size: Size): Size {
  return within(size, MAX_IMAGE_SIDE)
}

/** Size of a new image on the board, in board units. */
export function sizeOnBoard(size: Size): Size {
  return within(size, MAX_SIDE_ON_BOARD)
}
