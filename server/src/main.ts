import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino, type Logger } from 'pino'
import { loadServerSecret } from './access/server-secret.ts'
import { createApp, type App } from './app.ts'
import { banner } from './banner.ts'
import { lanAddresses } from './http/lan-addresses.ts'
import { systemClock } from './room/clock.ts'
import { readSettings, type Settings } from './settings.ts'
import { startUpFailure, terminalLocale } from './start-up-failure.ts'
import { FileAssetStore } from './storage/file-asset-store.ts'
import { SqliteBoardStore } from './storage/sqlite-board-store.ts'

const CLIENT_DIR = fileURLToPath(new URL('../../client/dist', import.meta.url))
const PACKAGE_FILE = fileURLToPath(new URL('../package.json', import.meta.url))

async function start(settings: Settings, logger: Logger): Promise<App> {
  const secret = await loadServerSecret(settings.dataDir)
  const store = await SqliteBoardStore.open(settings.dataDir, {
    onLost: (error) => logger.error({ err: error }, 'the storage thread has ended; it is started again'),
  })
  const { version } = JSON.parse(readFileSync(PACKAGE_FILE, 'utf8')) as { version: string } // our own file
  return createApp(
    { ...settings, clientDir: CLIENT_DIR, version },
    {
      store,
      assets: new FileAssetStore(join(settings.dataDir, 'assets')),
      secret,
      clock: systemClock,
      randomBytes,
      random: Math.random,
      logger,
      lanAddresses: () => lanAddresses(settings.host, networkInterfaces()),
    },
  )
}

function announce(app: App, { host, publicUrl, dataDir, createKey }: Settings): void {
  const lanUrls = lanAddresses(host, networkInterfaces()).map((address) => `http://${address}:${app.port}`)
  const otherUrls = publicUrl === undefined ? lanUrls : [publicUrl]
  process.stdout.write(banner({ localUrl: app.url, otherUrls, dataDir, createKeyRequired: createKey !== undefined }))
  if (!existsSync(join(CLIENT_DIR, 'index.html'))) {
    process.stderr.write('The pages are not built: run "npx -y pnpm@12.21.0 build". · 页面尚未构建：请运行上面的命令。\n')
  }
}

function stopOnSignals(app: App, logger: Logger): void {
  let stopping = false
  const stop = (): void => {
    // Somebody who presses Ctrl+C twice does not want to wait.
    if (stopping) process.exit(1)
    stopping = true
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fatal({ err: error }, 'the server did not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function main(): Promise<void> {
  const locale = terminalLocale(process.env)
  let settings: Settings | undefined
  try {
    settings = readSettings(process.env)
    // Synchronous, so that nothing is lost when the process ends; warnings only, so that the banner stays readable.
    const logger = pino({ level: settings.logLevel, base: null }, pino.destination({ dest: 1, sync: true }))
    const app = await start(settings, logger)
    stopOnSignals(app, logger)
    announce(app, settings)
  } catch (error) {
    process.stderr.write(`${startUpFailure(error, settings ?? { port: 0, host: '', dataDir: '' }, locale)}\n`)
    process.exit(1)
  }
}

await main()
