import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingError } from './settings.ts'

describe('readSettings', () => {
  it('needs nothing: everybody on the network, port 3000, ./data', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataDir: resolve('data'),
      publicUrl: undefined,
      createKey: undefined,
      tldrawLicenseKey: undefined,
      logLevel: 'warn',
    })
  })

  it('takes an empty value for none, and drops the slash at the end of PUBLIC_URL', () => {
    expect(readSettings({ PORT: '', CREATE_KEY: ' ', PUBLIC_URL: 'https://board.example.org/' })).toMatchObject({
      port: 3000,
      createKey: undefined,
      publicUrl: 'https://board.example.org',
    })
  })

  it('names a setting that cannot be used and says what would do', () => {
    const wrong: Record<string, string[]> = {
      PORT: ['http', '65536', '-1', '3000.5', '1e3'],
      HOST: ['http://x', 'a b'],
      PUBLIC_URL: ['board.example.org', 'ftp://x', 'https://x/path', 'https://x/?a', 'javascript:alert(1)'],
      STORE: ['postgres', 'nats'],
      LOG_LEVEL: ['loud'],
    }
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        expect(() => readSettings({ [name]: value }), `${name}=${value}`).toThrow(SettingError)
        expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`${name}=`))
      }
    }
  })
})
