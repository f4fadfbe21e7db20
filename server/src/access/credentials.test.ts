import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES } from '@remedyboard/shared/protocol/role'
import { createCredentials, FIRST_GENERATIONS } from './credentials.ts'

const SEED = { seed: 20260302 }
const credentials = createCredentials(Buffer.alloc(32, 7))

describe('keys', () => {
  it('give their role on their board, and are short and safe in a URL', () => {
    for (const role of ROLES) {
      const key = credentials.key('b1', role, 1)
      expect(key).toMatch(/^[fpv][\w-]{22}$/)
      expect(credentials.roleOfKey('b1', FIRST_GENERATIONS, key)).toBe(role)
    }
  })

  it('are worth nothing on another board, after a rotation, under another secret, or with another role letter', () => {
    const key = credentials.key('b1', 'participant', 1)
    expect(credentials.roleOfKey('b2', FIRST_GENERATIONS, key)).toBeUndefined()
    expect(credentials.roleOfKey('b1', { ...FIRST_GENERATIONS, participant: 2 }, key)).toBeUndefined()
    expect(createCredentials(Buffer.alloc(32, 8)).roleOfKey('b1', FIRST_GENERATIONS, key)).toBeUndefined()
    expect(credentials.roleOfKey('b1', FIRST_GENERATIONS, `f${key.slice(1)}`)).toBeUndefined()
  })

  it('of one role stay good when the link of another is replaced', () => {
    const key = credentials.key('b1', 'viewer', 1)
    expect(credentials.roleOfKey('b1', { ...FIRST_GENERATIONS, participant: 5 }, key)).toBe('viewer')
  })

  it('cannot be made up', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(credentials.roleOfKey('b1', FIRST_GENERATIONS, text)).toBeUndefined()
        expect(credentials.participantOfToken('b1', text)).toBeUndefined()
      }),
      SEED,
    )
  })
})

describe('tokens', () => {
  it('prove the participant on one board', () => {
    const token = credentials.token('b1', 'anna')
    expect(credentials.participantOfToken('b1', token)).toBe('anna')
    expect(credentials.participantOfToken('b2', token)).toBeUndefined()
    expect(credentials.participantOfToken('b1', token.replace('anna', 'otto'))).toBeUndefined()
  })
})
