import { CARD_LIMITS } from '@remedyboard/shared/board/card'

/** Cards of one paste: more would be a slip, and slow for everybody in the room. */
export const MAX_LIST = 500

export interface ParsedList {
  /** one text per card */
  lines: readonly string[]
  /** lines beyond `MAX_LIST` */
  left: number
}

/** Signs that only ever stand before an item need no space after them; dashes and stars do, because "-5 °C" is a text. */
const BULLET = /^(?:[•‣◦·●○■□▪▫◆◇➢✓✔]\s*|[-*+–—]\s+)/u

/** "1." "2)" "(3)" "a)" "１．" "（4）" "一、" "（二）" "①". After "." and ")" a space tells "1. Dogs" from "3.2 First". */
const NUMBER =
  /^(?:[(（][0-9０-９a-zA-Z一二三四五六七八九十]{1,3}[)）]\s*|[0-9０-９]{1,3}[、．）]\s*|[0-9]{1,3}[.)]\s+|[a-zA-Z][.)]\s+|[一二三四五六七八九十]{1,3}[、．]\s*|[①-⑳]\s*)/u

const CHECKBOX = /^\[[ xX]?\]\s+/

/** The text of one line without what only numbered or marked it. A line that is nothing else stays as it is. */
function withoutMark(line: string): string {
  const bare = line.replace(BULLET, '').replace(CHECKBOX, '').replace(NUMBER, '').trim()
  return bare === '' ? line : bare
}

/** Pasted text as cards: one per line, empty ones dropped, marks and numbers taken off. Cells of a table row share a card. */
export function parseList(text: string): ParsedList {
  const all = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/\t+/g, ' ').trim())
    .filter((line) => /[\p{L}\p{N}\p{S}]/u.test(line))
    .map((line) => withoutMark(line).slice(0, CARD_LIMITS.textLength))
  return { lines: all.slice(0, MAX_LIST), left: Math.max(0, all.length - MAX_LIST) }
}
