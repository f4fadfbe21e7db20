import { BOARD_FONT } from './font.ts'
import { showsHan } from './shows-han.ts'

/** Width of one unbroken piece of text in board units. */
export type MeasureText = (text: string) => number

/** Enough for every word of a 5,000-card board; beyond it the cache starts anew. */
const MAX_CACHED = 50_000

let context: CanvasRenderingContext2D | null | undefined
const measurers = new Map<string, MeasureText>()

/** Measures with the browser's own canvas, without layout. Word widths are remembered: boards repeat them. */
export function measureTextAt(fontSize: number, weight: number): MeasureText {
  const font = `${weight} ${fontSize}px ${BOARD_FONT}`
  const known = measurers.get(font)
  if (known) return known
  const widths = new Map<string, number>()
  const measure: MeasureText = (text) => {
    const cached = widths.get(text)
    if (cached !== undefined) return cached
    context ??= document.createElement('canvas').getContext('2d')
    // Without a canvas (a browser that forbids reading it, tests) an estimate keeps cards readable.
    let width = text.length * fontSize * 0.6
    if (context) {
      context.font = font
      width = showsHan() ? context.measureText(text).width : widthWithoutHan(context, text, fontSize)
    }
    if (widths.size >= MAX_CACHED) widths.clear()
    widths.set(text, width)
    return width
  }
  measurers.set(font, measure)
  return measure
}

/** Han and full-width forms, which every Chinese font draws one em wide. */
const FULL_WIDTH = /[⺀-〿㄀-㆟㇀-㏿㐀-鿿豈-﫿︰-﹏\uff01-｠]|[\u{20000}-\u{3ffff}]/gu

/** On a device without a Chinese font the boxes in its place are narrower; a picture made there has a font of its own. */
function widthWithoutHan(measuring: CanvasRenderingContext2D, text: string, fontSize: number): number {
  const rest = text.replace(FULL_WIDTH, '')
  return ([...text].length - [...rest].length) * fontSize + measuring.measureText(rest).width
}
