import { createHmac, timingSafeEqual } from 'node:crypto'
import { RETURN_KEY_LETTER } from '@remedyboard/shared/protocol/return-key'
import { ROLES, type Role } from '@remedyboard/shared/protocol/role'
import type { Return } from '@remedyboard/shared/workshop/come-back'
import type { KeyGenerations } from '../storage/board-store.ts'

/** Only generations are stored; the keys themselves never are. */
export const FIRST_GENERATIONS: KeyGenerations = { facilitator: 1, participant: 1, viewer: 1 }

/** 128 bits: beyond guessing, and short enough for a QR code that a phone reads from the back of a room. */
const KEY_BYTES = 16
const ROLE_LETTERS: Readonly<Record<Role, string>> = { facilitator: 'f', participant: 'p', viewer: 'v' }

const RETURN_KEY = new RegExp(`^${RETURN_KEY_LETTER}([a-z0-9]{1,40})\\.([a-z0-9]{1,10})\\.[\\w-]+$`)

/** Makes and checks what links and browsers carry. Everything is derived from the server's secret, so nothing of it is stored. */
export interface Credentials {
  /** The key in a link: a letter for the role, then 22 characters that are safe in a URL. */
  key(boardId: string, role: Role, generation: number): string
  /** The role that a key gives now; undefined when it is wrong, of another board, or of a link that was replaced. */
  roleOfKey(boardId: string, generations: KeyGenerations, key: string): Role | undefined
  /** The key of a link that brings one person back as who they are: `r<participantId>.<when it ends>.<mac>`. */
  returnKey(boardId: string, person: Return, expiresAt: number): string
  /** What a return key says of itself; `returnKey` of the same person and time proves it. Undefined when it has another form. */
  readReturnKey(key: string): { id: string; expiresAt: number } | undefined
  /** Proves the participant id on one board: `<participantId>.<mac>`. It says nothing about the role. */
  token(boardId: string, participantId: string): string
  /** The participant id that a token proves, or undefined. */
  participantOfToken(boardId: string, token: string): string | undefined
}

export function createCredentials(secret: Uint8Array): Credentials {
  // Every part is a string without NUL, so that two different lists can never give the same input.
  const mac = (...parts: string[]): Buffer => createHmac('sha256', secret).update(parts.join('\0')).digest().subarray(0, KEY_BYTES)

  const key = (boardId: string, role: Role, generation: number): string =>
    ROLE_LETTERS[role] + mac('key', boardId, role, String(generation)).toString('base64url')
  const token = (boardId: string, participantId: string): string =>
    `${participantId}.${mac('token', boardId, participantId).toString('base64url')}`

  return {
    key,
    returnKey(boardId, { id, joinedAt, returns }, expiresAt) {
      const proof = mac('return', boardId, id, String(joinedAt), String(returns), String(expiresAt))
      return `${RETURN_KEY_LETTER}${id}.${expiresAt.toString(36)}.${proof.toString('base64url')}`
    },
    readReturnKey(candidate) {
      const [, id, end] = RETURN_KEY.exec(candidate) ?? []
      return id === undefined || end === undefined ? undefined : { id, expiresAt: Number.parseInt(end, 36) }
    },
    roleOfKey(boardId, generations, candidate) {
      const role = ROLES.find((each) => candidate.startsWith(ROLE_LETTERS[each]))
      return role && sameText(candidate, key(boardId, role, generations[role])) ? role : undefined
    },
    token,
    participantOfToken(boardId, candidate) {
      const end = candidate.lastIndexOf('.')
      if (end <= 0) return undefined
      const participantId = candidate.slice(0, end)
      return sameText(candidate, token(boardId, participantId)) ? participantId : undefined
    },
  }
}

/** Compares in a time that depends only on the lengths, so that a key cannot be guessed letter by letter. */
export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
