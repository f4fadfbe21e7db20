import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Noto Sans SC comes in about a hundred files; each has the characters that are often used together. */
export interface FontSlice {
  file: string
  /** inclusive, as code points */
  ranges: readonly (readonly [number, number])[]
}

const require = createRequire(import.meta.url)

/** All slices of the font, as its package lists them. */
export async function readFontSlices(): Promise<FontSlice[]> {
  const indexFile = require.resolve('@fontsource-variable/noto-sans-sc/unicode.json')
  const index = JSON.parse(await readFile(indexFile, 'utf8')) as Record<string, string> // "[4]" or "latin" → "U+1f21a,U+1f234-1f237"
  // The alphabets first: slices of frequent characters have a few letters, too, and a word is better from one font file.
  const names = Object.keys(index).sort((a, b) => Number(a.startsWith('[')) - Number(b.startsWith('[')))
  return names.map((name) => ({
    file: join(dirname(indexFile), 'files', `noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: (index[name] ?? '').split(',').map(parseRange),
  }))
}

function parseRange(range: string): readonly [number, number] {
  const [first = '', last = first] = range.replace('U+', '').split('-')
  return [parseInt(first, 16), parseInt(last, 16)]
}

/** Which characters to take from which slice; what no slice has is left out. */
export function groupBySlice(text: string, slices: readonly FontSlice[]): Map<FontSlice, string> {
  const groups = new Map<FontSlice, string>()
  for (const character of new Set(text)) {
    const code = character.codePointAt(0) ?? 0
    const slice = slices.find(({ ranges }) => ranges.some(([first, last]) => code >= first && code <= last))
    if (slice) groups.set(slice, (groups.get(slice) ?? '') + character)
  }
  return groups
}

/** As in CSS: `U+56F0,U+5883-5884`. */
export function unicodeRange(characters: string): string {
  const codes = [...characters].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const code of codes) {
    const last = runs.at(-1)
    if (last && code === last[1] + 1) last[1] = code
    else runs.push([code, code])
  }
  const hex = (code: number) => code.toString(16).toUpperCase()
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(',')
}
