import { describe, expect, it } from 'vitest'
import { joinAddress, spacedCode } from './join-address.ts'
import { qrPath } from './QrCode.tsx'

describe('joinAddress', () => {
  it('leads to the page that takes the code, on the host of the link', () => {
    expect(joinAddress('http://192.168.1.20:3000/b/x#k=secret', 'K7M 4PX')).toEqual({
      url: 'http://192.168.1.20:3000/j/K7M4PX',
      host: '192.168.1.20:3000',
      localOnly: false,
    })
  })

  it('knows addresses that only this computer can open', () => {
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000']) expect(joinAddress(`http://${host}/`, 'A').localOnly).toBe(true)
    expect(joinAddress('https://board.example', 'A').localOnly).toBe(false)
  })
})

describe('spacedCode', () => {
  it('splits a plain code in two and leaves others alone', () => {
    expect(['K7M4PX', 'K7M4P', 'K7M-4PX', 'K7M 4PX'].map(spacedCode)).toEqual(['K7M 4PX', 'K7M4P', 'K7M-4PX', 'K7M 4PX'])
  })
})

describe('qrPath', () => {
  it('draws each run of dark modules once', () => {
    expect(
      qrPath([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, true],
      ]),
    ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z')
  })
})
