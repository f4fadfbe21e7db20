/** What a text is compared by: two sets, one of the parts that carry meaning, one of how they hang together. */
export interface TextFeatures {
  /** Chinese characters, and stems of English words */
  parts: ReadonlySet<string>
  /** pairs of Chinese characters that stand side by side, and runs of three letters of the stems */
  runs: ReadonlySet<string>
}

/** Words that say nothing about the matter. Negations are among them: "no lift" and "the lift is missing" are the same dilemma. */
const EMPTY_WORDS = new Set(
  (
    'a an and are arent as at be been but by can cannot cant could did do does doesnt dont for from had has have he her here his how i if in into is isnt it its ' +
    'just may me more most my no nor not of on or our she should so some such than that the their them then there these they this ' +
    'those to too us very was wasnt we were what when where which who will with without wont would you your'
  ).split(' '),
)

/** Function characters, which every other sentence has. */
const EMPTY_CHARACTERS = new Set('的了在是和与及或也都很就地得着过吗呢吧啊')

const CHINESE_RUN = /\p{Script=Han}+/gu
const WORD = /[\p{Letter}\p{Mark}\p{Number}]+/gu

/** Reads what a text is compared by. Case, width, punctuation and endings of English words make no difference. */
export function textFeatures(text: string): TextFeatures {
  const plain = text.normalize('NFKC').toLowerCase()
  const parts = new Set<string>()
  const runs = new Set<string>()
  for (const run of plain.match(CHINESE_RUN) ?? []) {
    const characters = [...run].filter((character) => !EMPTY_CHARACTERS.has(character))
    for (const [i, character] of characters.entries()) {
      parts.add(character)
      const next = characters[i + 1]
      if (next !== undefined) runs.add(character + next)
    }
  }
  for (const word of plain
    .replace(CHINESE_RUN, ' ')
    .replace(/['’]s?\b/gu, '')
    .match(WORD) ?? []) {
    if (EMPTY_WORDS.has(word)) continue
    const stem = stemOf(word)
    parts.add(stem)
    const padded = [' ', ...stem, ' ']
    for (let i = 0; i + 2 < padded.length; i++) runs.add(padded.slice(i, i + 3).join(''))
  }
  return { parts, runs }
}

/** An English word without its ending: the common ones only, and only where enough of it is left. */
function stemOf(word: string): string {
  const stem = word
    .replace(/(?<=\p{L}{3})ies$/u, 'y')
    .replace(/(?<=\p{L}{3})(?:ingly|edly|ing|ed|ly)$/u, '')
    .replace(/(?<=\p{L}{2}[sxz]|\p{L}[cs]h)es$/u, '')
    .replace(/(?<=\p{L}{2}[^su])s$/u, '')
  // "stopped" → "stopp" → "stop", "parking" and "parked" → "park", "live" and "living" → "liv".
  return stem.replace(/(?<=\p{L}{2}(\p{L}))\1$/u, '').replace(/(?<=\p{L}{2})e$/u, '')
}
