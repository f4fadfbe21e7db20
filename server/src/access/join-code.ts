import { pick, type RandomBytes } from './random-id.ts'

/** Without 0 O, 1 I L: people read codes from a projector and type them on phones. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** 31^6 ≈ 900 million: with failed attempts limited, guessing one of a thousand boards takes a lifetime. */
const LENGTH = 6

/** A new code as it is stored: six characters, no space. */
export function newJoinCode(random: RandomBytes): string {
  return pick(random, ALPHABET, LENGTH)
}

/** `K7M4PX` → `K7M 4PX`, as screens show it. */
export function formatJoinCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)} ${code.slice(LENGTH / 2)}`
}

/** What people type → the stored form: case, spaces, dashes and full-width letters do not matter. Undefined when it cannot be a code. */
export function parseJoinCode(input: string): string | undefined {
  // NFKC turns the full-width letters of a Chinese keyboard into plain ones.
  const code = input
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—·.]/gu, '')
  return code.length === LENGTH && [...code].every((char) => ALPHABET.includes(char)) ? code : undefined
}
