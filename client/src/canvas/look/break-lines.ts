import type { MeasureText } from './measure-text.ts'

/** Han, kana, full-width forms: lines may break on either side of each. */
const CJK = /[⺀-〿぀-ヿ㄀-鿿가-힯豈-﫿︰-﹏＀-￯]|[\u{20000}-\u{3ffff}]/u

/** Chinese typesetting: these never start a line … */
const NOT_AT_START = /^[、。，．！？：；”’）】》〉」』〕％…—·,.!?:;)\]}%]/u

/** … and these never end one. */
const NOT_AT_END = /[“‘（【《〈「『〔([{]$/u

/** Words with their trailing spaces, single CJK characters, and runs of spaces. */
function tokens(paragraph: string): string[] {
  const found: string[] = []
  let word = ''
  const flush = () => {
    if (word !== '') found.push(word)
    word = ''
  }
  for (const char of paragraph) {
    if (CJK.test(char)) {
      flush()
      found.push(char)
    } else if (/\s/u.test(char)) {
      word += char
    } else {
      if (/\s$/u.test(word)) flush()
      word += char
    }
  }
  flush()
  // Glue what may not be parted, so that the loop below only ever breaks between tokens.
  const glued: string[] = []
  for (const token of found) {
    const last = glued.at(-1)
    if (last !== undefined && !/\s$/u.test(last) && (NOT_AT_START.test(token) || NOT_AT_END.test(last)))
      glued[glued.length - 1] = last + token
    else glued.push(token)
  }
  return glued
}

/**
 * Breaks text into lines at most `width` wide: Latin at spaces, Chinese between any two characters except before closing and
 * after opening punctuation; a word that is wider than a line is cut. Screen, card height and exported image all use it, so
 * that they always agree.
 */
export function breakLines(text: string, width: number, measure: MeasureText): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    for (const token of tokens(paragraph)) {
      if (line !== '' && used + measure(token.trimEnd()) > width) {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      if (measure(token.trimEnd()) <= width) {
        line += token
        used += measure(token)
        continue
      }
      for (const char of token) {
        if (line !== '' && used + measure(char) > width) {
          lines.push(line)
          line = ''
          used = 0
        }
        line += char
        used += measure(char)
      }
    }
    lines.push(line.trimEnd())
  }
  return lines
}

/** Cuts to one line with an ellipsis. */
export function ellipsis(text: string, width: number, measure: MeasureText): string {
  if (measure(text) <= width) return text
  const chars = [...text]
  while (chars.length > 0 && measure(`${chars.join('')}…`) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}
