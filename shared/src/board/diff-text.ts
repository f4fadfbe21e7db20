/** One change of a plain text: at `index`, `remove` characters give way to `insert`. In UTF-16 code units. */
export interface TextSplice {
  index: number
  remove: number
  insert: string
}

/** The one splice that turns `from` into `to`. Never cuts a surrogate pair in two. */
export function diffText(from: string, to: string): TextSplice {
  let start = 0
  const shorter = Math.min(from.length, to.length)
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(from.charCodeAt(start - 1))) start--
  let end = 0
  while (end < shorter - start && from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)) end++
  if (end > 0 && isLowSurrogate(from.charCodeAt(from.length - end))) end--
  return { index: start, remove: from.length - end - start, insert: to.slice(start, to.length - end) }
}

/**
 * `mine` as splices of the text that `theirs` has made meanwhile; both were made on the same text. Nothing that either inserted is
 * lost. To be applied in this order: the later place comes first.
 */
export function rebaseSplice(mine: TextSplice, theirs: TextSplice): TextSplice[] {
  const grown = theirs.insert.length - theirs.remove
  const mineEnd = mine.index + mine.remove
  const theirsEnd = theirs.index + theirs.remove
  if (mineEnd <= theirs.index) return [mine]
  if (theirsEnd <= mine.index) return [{ ...mine, index: mine.index + grown }]
  const before = Math.max(0, theirs.index - mine.index)
  const after = Math.max(0, mineEnd - theirsEnd)
  return [
    { index: theirs.index + theirs.insert.length, remove: after, insert: '' },
    { index: Math.min(mine.index, theirs.index), remove: before, insert: mine.insert },
  ]
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
