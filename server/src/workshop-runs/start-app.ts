import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp, type App, type AppDependencies } from '../app.ts'
import { systemClock } from '../room/clock.ts'
import { FileAssetStore } from '../storage/file-asset-store.ts'
import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'

/** The real server on a free port, with its database in `folder`, or with what a test puts in the place of its ports. */
export async function startApp(folder: string, dependencies: Partial<AppDependencies> = {}): Promise<App> {
  return await createApp(
    { port: 0, host: '127.0.0.1', clientDir: folder, version: '0.0.0' },
    {
      store: dependencies.store ?? (await SqliteBoardStore.open(folder)),
      assets: new FileAssetStore(mkdtempSync(join(tmpdir(), 'rb-assets-'))),
      secret: Buffer.alloc(32, 1),
      clock: systemClock,
      randomBytes,
      random: () => Math.random(),
      logger: pino({ level: 'silent' }),
      lanAddresses: () => [],
      ...dependencies,
    },
  )
}
