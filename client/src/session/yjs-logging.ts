/**
 * What the builds give Yjs as `lib0/logging`. The original can draw a console into a page, and brings a DOM and a schema library for it:
 * 5 kB gz for a few warnings that nobody reads on a phone.
 */
export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', '']

export function print(...parts: readonly unknown[]): void {
  // The colours above are left out of what is said.
  console.info(...parts.filter((part) => part !== ''))
}

export function warn(...parts: readonly unknown[]): void {
  console.warn(...parts.filter((part) => part !== ''))
}
