/** What this browser remembers under a key. Private windows may refuse storage: then it remembers nothing, and nothing breaks. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // see above: the choice then lasts for this page
  }
}
