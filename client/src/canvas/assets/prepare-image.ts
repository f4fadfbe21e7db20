import { MAX_ASSET_BYTES } from '@remedyboard/shared/protocol/api'
import { sizeToSend, type Size } from './image-size.ts'

export interface PreparedImage extends Size {
  blob: Blob
}

/** Why a file cannot be put on the board. */
export class ImageProblem extends Error {
  readonly code: 'not-an-image' | 'too-large'

  constructor(code: 'not-an-image' | 'too-large') {
    super(code)
    this.name = 'ImageProblem'
    this.code = code
  }
}

/** Types that the server keeps as they are. Whatever else this browser can read becomes a JPEG or WebP on the way. */
const KEPT_TYPES: ReadonlySet<string> = new Set(['image/png', 'image/webp', 'image/gif'])

const JPEG_QUALITY = 0.88

/** An SVG without a size of its own is drawn at this one. */
const SVG_DEFAULT: Size = { w: 600, h: 400 }

/**
 * Makes a file ready to be sent: large photos become smaller, turned as the camera held them. Photos are always written
 * anew, which also leaves out where and when they were taken. Throws `ImageProblem`.
 */
export async function prepareImage(file: Blob): Promise<PreparedImage> {
  const prepared = file.type === 'image/svg+xml' ? await readSvg(file) : await readPixels(file)
  if (prepared.blob.size > MAX_ASSET_BYTES) throw new ImageProblem('too-large')
  return prepared
}

async function readPixels(file: Blob): Promise<PreparedImage> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    throw new ImageProblem('not-an-image')
  }
  try {
    const size = { w: bitmap.width, h: bitmap.height }
    const wanted = sizeToSend(size)
    // A moving GIF would stop moving if it were written anew.
    const fits = wanted.w === size.w || file.type === 'image/gif'
    if (fits && KEPT_TYPES.has(file.type) && file.size <= MAX_ASSET_BYTES) return { blob: file, ...size }
    return { blob: await draw(bitmap, wanted, KEPT_TYPES.has(file.type) ? 'image/webp' : 'image/jpeg'), ...wanted }
  } finally {
    bitmap.close()
  }
}

async function draw(bitmap: ImageBitmap, { w, h }: Size, type: 'image/webp' | 'image/jpeg'): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = w
  canvas.height = h
  const context = canvas.getContext('2d')
  if (!context) throw new ImageProblem('not-an-image')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, w, h)
  // A browser that cannot write WebP writes PNG instead.
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY))
  if (!blob) throw new ImageProblem('too-large')
  return blob
}

/** Drawn as an image, nothing in an SVG can run or load anything; the server serves it that way, too. */
async function readSvg(file: Blob): Promise<PreparedImage> {
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const size = image.naturalWidth > 0 && image.naturalHeight > 0 ? { w: image.naturalWidth, h: image.naturalHeight } : SVG_DEFAULT
    return { blob: file, ...size }
  } catch {
    throw new ImageProblem('not-an-image')
  } finally {
    URL.revokeObjectURL(url)
  }
}
