import { BadFrameError } from './frame.ts'

/** Rich text nests some ten levels; a deeper value overflows somebody's stack. */
const MAX_VALUE_DEPTH = 48

/** Refuses a decoded value that no honest client sends: too deep, or with a forged prototype. Throws `BadFrameError`. */
export function checkValue(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  if (depth >= MAX_VALUE_DEPTH) throw new BadFrameError('A value nested too deep')
  if (Array.isArray(value)) {
    for (const item of value) checkValue(item, depth + 1)
    return
  }
  // The decoder assigns `__proto__` like any key, which forges the prototype instead of adding one.
  if (Object.getPrototypeOf(value) !== Object.prototype) throw new BadFrameError('A value with a forged prototype')
  for (const item of Object.values(value)) checkValue(item, depth + 1)
}
