/** Capitals, full-width letters and their like are one. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** Whether a text has every word that somebody typed to find it, in any order. */
export function hasWords(text: string, search: string): boolean {
  const hay = folded(text)
  return folded(search)
    .split(/\s+/u)
    .every((word) => hay.includes(word))
}
