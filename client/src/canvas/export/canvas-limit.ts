interface Size {
  width: number
  height: number
}

/** No browser draws a side longer than this reliably. */
const MAX_SIDE = 16_384

/** Four bytes a pixel, and as much again while the PNG is packed: more than this and laptops with 8 GB begin to swap. */
const MAX_PIXELS = 134_217_728

/** iOS gives a canvas at most 16,777,216 pixels, and may end the page instead of saying so: there it is not tried. */
const IOS_MAX_PIXELS = 16_777_216

/** iPads call themselves Macs; no Mac has a touch screen. */
export function isIos({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

export function maxPixels(device: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): number {
  return isIos(device) ? IOS_MAX_PIXELS : MAX_PIXELS
}

/** Pixels per board unit at which a picture of `size` board units just fits; down to two places, so that people can read it. */
export function largestScale({ width, height }: Size, pixels: number): number {
  const scale = Math.min(MAX_SIDE / width, MAX_SIDE / height, Math.sqrt(pixels / (width * height)))
  return Math.max(0.01, Math.floor(scale * 100) / 100)
}

/** Pixels of a picture of `size` board units. Rounded down, so that what just fits by its scale does fit. */
export function pixelSize({ width, height }: Size, scale: number): Size {
  // 2760 × 2 may come out as 5519.9999
  const whole = (length: number) => Math.max(1, Math.floor(length * scale + 1e-6))
  return { width: whole(width), height: whole(height) }
}

/** An empty canvas, or null when this browser does not draw one so large: it then stays empty, which a pixel tells. */
export function blankCanvas({ width, height }: Size): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return null
  context.fillRect(width - 1, height - 1, 1, 1)
  try {
    if (context.getImageData(width - 1, height - 1, 1, 1).data[3] !== 255) return null
  } catch {
    return null
  }
  context.clearRect(0, 0, width, height)
  return canvas
}
