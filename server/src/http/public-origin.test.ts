import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicOrigin, type OriginFacts } from './public-origin.ts'

const FACTS: OriginFacts = { publicUrl: undefined, host: 'localhost:3000', secure: false, lanAddress: '192.168.1.7', port: 3000 }
const origin = (facts: Partial<OriginFacts>): string => publicOrigin({ ...FACTS, ...facts })

describe('publicOrigin', () => {
  it('is PUBLIC_URL whenever that is set', () => {
    expect(origin({ publicUrl: 'https://board.example.org' })).toBe('https://board.example.org')
  })

  it('is the address on the network for whoever sits at the server', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])
      expect(origin({ host })).toBe('http://192.168.1.7:3000')
  })

  it('stays localhost when there is no network', () => {
    expect(origin({ lanAddress: undefined })).toBe('http://localhost:3000')
  })

  it('is the name under which the server was reached', () => {
    expect(origin({ host: 'board.lan' })).toBe('http://board.lan')
    expect(origin({ host: 'board.lan', secure: true })).toBe('https://board.lan')
    expect(origin({ host: '10.0.0.5:8080' })).toBe('http://10.0.0.5:8080')
  })

  it('is always an origin, whatever the Host header says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webAuthority({ withPort: true })), (host) => {
        const result = origin({ host })
        expect(result).toMatch(/^http:\/\/[a-z0-9.[\]:-]+$/i)
        expect(new URL(result).pathname).toBe('/')
      }),
      { seed: 20260302, examples: [['a:99999'], ['a.:1'], ['[::1'], ['[:::]'], ['999.999.999.999'], ['a..b'], ['xn--a']] },
    )
  })
})
