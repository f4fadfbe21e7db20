/** Source of unpredictable bytes; passed in, so that tests are repeatable. */
export type RandomBytes = (size: number) => Uint8Array

/** Lower case without look-alikes: ids appear in addresses that people may read aloud. */
const ID_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
/** 31^12 ≈ 2^59: no two boards or people of a server ever share an id. */
const ID_LENGTH = 12

/** A new id of a board or a person. */
export function newId(random: RandomBytes): string {
  return pick(random, ID_ALPHABET, ID_LENGTH)
}

/** `length` characters of the alphabet, each equally likely. */
export function pick(random: RandomBytes, alphabet: string, length: number): string {
  // Bytes beyond the last whole multiple would make the first letters likelier.
  const limit = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length]
    }
  }
  return text
}
