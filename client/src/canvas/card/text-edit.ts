/** One splice of a text: at `index`, `removed` characters give way to `inserted`. Lengths in UTF-16 code units, as in the DOM. */
export interface TextEdit {
  index: number
  removed: number
  inserted: string
}

/**
 * The splice that turns `before` into `after`. With a caret (where typing ended in `after`) the splice is where the person
 * typed: in "aa" + "a" it cannot be told otherwise which of the three is new.
 */
export function editBetween(before: string, after: string, caret?: number): TextEdit | null {
  if (before === after) return null
  const longestTail = Math.min(before.length, after.length, caret === undefined ? Infinity : after.length - caret)
  let tail = 0
  while (tail < longestTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  const longestHead = Math.min(before.length, after.length) - tail
  let head = 0
  while (head < longestHead && before[head] === after[head]) head++
  // Half a pair of surrogates is no letter: where others edit, too, each half would stand alone.
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--
  return { index: head, removed: before.length - tail - head, inserted: after.slice(head, after.length - tail) }
}

export function applyEdit(text: string, { index, removed, inserted }: TextEdit): string {
  return text.slice(0, index) + inserted + text.slice(index + removed)
}

/** Where a position lands after somebody else's edit. A caret at the place of an insertion stays before it. */
export function movePosition(position: number, { index, removed, inserted }: TextEdit): number {
  if (position <= index) return position
  if (position >= index + removed) return position + inserted.length - removed
  return index + inserted.length
}

/** `mine`, made on the same text as `theirs`, as it reads after `theirs`. Nothing that either inserted is lost. */
export function rebaseEdit(mine: TextEdit, theirs: TextEdit): TextEdit {
  const start = movePosition(mine.index, theirs)
  const end = movePosition(mine.index + mine.removed, theirs)
  const theirsInside = theirs.index > mine.index && theirs.index + theirs.removed < mine.index + mine.removed
  // What they typed into the middle of what I replaced stays, behind mine.
  if (theirsInside && theirs.inserted !== '') return { index: start, removed: theirs.index - mine.index, inserted: mine.inserted }
  return { index: start, removed: Math.max(0, end - start), inserted: mine.inserted }
}

/** `theirs`, made on the same text as `mine`, where it lies in the text after both. At the same place mine comes first. */
export function placeAfter(theirs: TextEdit, mine: TextEdit): TextEdit {
  if (theirs.index < mine.index) return theirs
  const grown = mine.inserted.length - mine.removed
  return { ...theirs, index: Math.max(mine.index + mine.inserted.length, theirs.index + grown) }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000
}
