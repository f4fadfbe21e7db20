import { generateKeyBetween } from 'fractional-indexing'

/**
 * True when something can be put above this index. tldraw's own check takes keys that its format does not have, such as those with a
 * zero at the end: the first reader that wants the next one would throw.
 */
export function isOrderKey(index: string): boolean {
  try {
    generateKeyBetween(index, null)
    return true
  } catch {
    return false
  }
}
