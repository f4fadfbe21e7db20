/** How strongly text is printed: card text and instructions, or heading cards and area titles. */
export type TextWeight = 'text' | 'heading'

/**
 * Advance widths of the characters from space to tilde, in hundredths of the font size. Source: DejaVu Sans and DejaVu Sans Bold,
 * the widest of the fonts that a system's own interface font may be; so estimates err wide.
 */
const ADVANCES: Readonly<Record<TextWeight, readonly number[]>> = {
  text: '32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 53 100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 84 50 50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 64 84'
    .split(' ')
    .map(Number),
  heading:
    '35 46 52 84 70 100 87 31 46 46 52 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 58 100 77 76 73 83 68 68 82 84 37 37 77 64 100 84 85 73 85 77 72 68 81 77 110 77 72 73 46 37 46 84 50 50 67 72 59 72 68 44 72 71 34 34 67 34 104 71 69 72 72 49 60 48 71 65 92 65 65 58 71 37 71 84'
      .split(' ')
      .map(Number),
}

/** Rounding and hinting of real fonts. */
const SLACK = 1.02

/** Latin with accents, Cyrillic and the like: as wide as the wide half of the alphabet. */
const OTHER_ADVANCE = 72

/** Han, kana, full-width forms, and the quotation marks and dashes that Chinese fonts print one character wide. */
const FULL_WIDTH = /[\u2014\u2018-\u201d\u2026\u2e80-\uffef]|[\u{20000}-\u{3ffff}]/u

/** What may not be parted: a Chinese character with its punctuation, a Latin word with the space after it, a run of spaces. */
const TOKEN =
  /[“‘（【《〈「『]*[\u2e80-\uffef\u{20000}-\u{3ffff}][、。，．！？：；”’）】》〉」』…—]*|[^\s\u2e80-\uffef\u{20000}-\u{3ffff}]+\s*|\s+/gu

/** Estimated width of text where nothing can measure it (server, template builder), in the unit of `fontSize`. Errs wide. */
export function estimateTextWidth(text: string, fontSize: number, weight: TextWeight = 'text'): number {
  let hundredths = 0
  for (const char of text) {
    hundredths += FULL_WIDTH.test(char) ? 100 : (ADVANCES[weight][char.charCodeAt(0) - 32] ?? OTHER_ADVANCE)
  }
  return (hundredths * fontSize * SLACK) / 100
}

/** Estimated number of lines in a box `width` wide, breaking Latin at spaces and Chinese between characters. At least 1. */
export function estimateTextLines(text: string, fontSize: number, width: number, weight: TextWeight = 'text'): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines += 1
    let used = 0
    for (const token of paragraph.match(TOKEN) ?? []) {
      const tokenWidth = estimateTextWidth(token, fontSize, weight)
      const inked = estimateTextWidth(token.trimEnd(), fontSize, weight)
      if (used > 0 && used + inked > width) {
        lines += 1
        used = 0
      }
      if (inked > width) {
        // A word longer than a line is cut.
        lines += Math.ceil(inked / width) - 1
        used = inked % width
      } else used += tokenWidth
    }
  }
  return lines
}
