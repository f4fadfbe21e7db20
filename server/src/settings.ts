import { resolve } from 'node:path'
import * as z from 'zod/mini'
import { levels } from 'pino'

/** What an operator sets through the environment. */
export interface Settings {
  port: number
  host: string
  dataDir: string
  /** without a slash at the end */
  publicUrl: string | undefined
  createKey: string | undefined
  tldrawLicenseKey: string | undefined
  logLevel: string
}

/** A setting that cannot be used; the message names it and says what would do. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

const webAddress = z.string().check(
  z.refine((text) => {
    if (!URL.canParse(text)) return false
    const { protocol, pathname, search, hash } = new URL(text)
    return (protocol === 'http:' || protocol === 'https:') && pathname === '/' && search === '' && hash === ''
  }),
)
const LOG_LEVELS = [...Object.values(levels.labels), 'silent']

/** One check and one remedy per setting, in the order in which an operator meets them. */
const CHECKS = {
  PORT: [
    z.string().check(
      z.regex(/^\d{1,5}$/),
      z.refine((text) => Number(text) <= 65_535),
    ),
    'a number from 0 to 65535, such as PORT=3000',
  ],
  HOST: [
    z.string().check(z.regex(/^[\w.:-]+$/)),
    'an address of this machine, such as HOST=0.0.0.0 (everybody on the network) or HOST=127.0.0.1',
  ],
  PUBLIC_URL: [webAddress, 'the address that people open, without a path, such as PUBLIC_URL=https://board.example.org'],
  STORE: [z.enum(['sqlite', 'nats']), 'STORE=sqlite'],
  LOG_LEVEL: [z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`],
} as const

/** Reads the settings. An empty value counts as not set, because that is how many tools clear one. Throws `SettingError`. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const valueOf = (name: string): string | undefined => environment[name]?.trim() || undefined
  for (const [name, [schema, remedy]] of Object.entries(CHECKS)) {
    const value = valueOf(name)
    if (value !== undefined && !schema.safeParse(value).success) {
      throw new SettingError(`The setting ${name}=${value} cannot be used: give ${remedy}.`)
    }
  }
  if (valueOf('STORE') === 'nats')
    throw new SettingError('STORE=nats is not built into this version yet: use STORE=sqlite, or leave STORE out.')
  return {
    port: Number(valueOf('PORT') ?? 3000),
    host: valueOf('HOST') ?? '0.0.0.0',
    dataDir: resolve(valueOf('DATA_DIR') ?? 'data'),
    publicUrl: valueOf('PUBLIC_URL')?.replace(/\/$/, ''),
    createKey: valueOf('CREATE_KEY'),
    tldrawLicenseKey: valueOf('TLDRAW_LICENSE_KEY'),
    logLevel: valueOf('LOG_LEVEL') ?? 'warn',
  }
}
