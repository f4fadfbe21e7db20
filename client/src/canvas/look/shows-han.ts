import { BOARD_FONT } from './font.ts'

let shows: boolean | undefined

/** Whether this device has a Chinese font: without one, two different characters look the same. */
export function showsHan(): boolean {
  shows ??= pixelsOf('困') !== pixelsOf('策')
  return shows
}

function pixelsOf(character: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = 24
  canvas.height = 24
  const context = canvas.getContext('2d')
  if (!context) return character // cannot tell: as if it could
  context.font = `20px ${BOARD_FONT}`
  context.fillText(character, 1, 20)
  return canvas.toDataURL()
}
