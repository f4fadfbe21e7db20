/** More people than there are. */
const MOST = 10_000_000_000

/**
 * A number of people as it is typed: "1,200", "1 200", "４１" and "41人" count; null for an empty text, undefined for what is no whole
 * number.
 */
export function parsePeople(typed: string): number | null | undefined {
  const bare = typed
    .normalize('NFKC')
    .replace(/[\s,'’_]/gu, '')
    .replace(/(?:人|名|位|户)$/u, '')
  if (bare === '') return typed.trim() === '' ? null : undefined
  if (!/^\d{1,11}$/u.test(bare)) return undefined
  const people = Number(bare)
  return people <= MOST ? people : undefined
}
