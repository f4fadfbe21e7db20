const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * The n-th (from 1) of a row of fractional indices that sort in order and leave room between each two.
 * Shape: an integer key of the `fractional-indexing` format, which tldraw validates: `a` + one digit, then `b` + two, `c` + three.
 */
export function indexKey(n: number): string {
  let rest = n
  for (let length = 1; ; length += 1) {
    const count = DIGITS.length ** length
    if (rest < count) {
      let digits = ''
      for (let i = 0; i < length; i += 1) {
        digits = DIGITS.charAt(rest % DIGITS.length) + digits
        rest = Math.floor(rest / DIGITS.length)
      }
      return String.fromCharCode('a'.charCodeAt(0) + length - 1) + digits
    }
    rest -= count
  }
}
