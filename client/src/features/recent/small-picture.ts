import { MAX_PICTURE_CHARS } from './board-pictures.ts'

/** As wide as the list shows it on a screen with two pixels per point; smaller when that is still too heavy. */
const WIDTHS = [240, 180, 120]

/** A picture as a data URL that is small enough to keep; null when it cannot be made so, or is none. */
export async function smallPicture(blob: Blob): Promise<string | null> {
  const asItIs = await dataUrl(blob)
  if (asItIs.length <= MAX_PICTURE_CHARS) return asItIs
  try {
    const image = await createImageBitmap(blob)
    for (const width of WIDTHS) {
      const url = draw(image, width)
      if (url !== null && url.length <= MAX_PICTURE_CHARS) return url
    }
  } catch {
    // A picture that this browser cannot read is none.
  }
  return null
}

function draw(image: ImageBitmap, width: number): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.max(1, Math.round((image.height * width) / image.width))
  const context = canvas.getContext('2d')
  if (!context) return null
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.7)
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('the picture could not be read'))
    reader.readAsDataURL(blob)
  })
}
