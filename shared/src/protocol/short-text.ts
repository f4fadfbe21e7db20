/** Characters (code points, as the schemas count) of the short texts that people type, after trimming. A title of 120 fits one line of a report on A4. */
export const SHORT_TEXT_LENGTHS = { name: 40, title: 120 } as const

/** A name or title as the server will take it, or what is wrong with it: for forms, which need no schema library for it. */
export function checkShortText(
  typed: string,
  kind: keyof typeof SHORT_TEXT_LENGTHS,
): { text: string } | { problem: 'missing' | 'too-long' } {
  const text = typed.trim()
  if (text === '') return { problem: 'missing' }
  return [...text].length > SHORT_TEXT_LENGTHS[kind] ? { problem: 'too-long' } : { text }
}
