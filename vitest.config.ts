import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const sharedSource = fileURLToPath(new URL('shared/src', import.meta.url))
const resolve = { alias: [{ find: /^@remedyboard\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` }] }

/** Folders of the sync core, and the share of their branches that tests must take, in percent. */
const SYNC_CORE = {
  'server/src/room': 95,
  'server/src/storage': 95,
  'shared/src/board': 95,
  'client/src/session': 95,
  'client/src/canvas/binding': 95,
}

export default defineConfig({
  test: {
    // `pnpm coverage`: the sync core, where an untested branch may lose somebody's work.
    coverage: {
      provider: 'v8',
      include: Object.keys(SYNC_CORE).map((folder) => `${folder}/**/*.{ts,tsx}`),
      exclude: [
        '**/*.test.{ts,tsx}',
        '**/*-fixture.ts',
        '**/*.contract.ts',
        '**/*-worker.ts',
        '**/test-*.ts',
        'server/src/room/manual-clock.ts',
        'server/src/room/crash-writer.ts',
      ],
      reporter: ['text', 'json-summary'],
      reportsDirectory: 'test-results/coverage',
      thresholds: Object.fromEntries(Object.entries(SYNC_CORE).map(([folder, branches]) => [`${folder}/**`, { branches }])),
    },
    projects: [
      { test: { name: 'ci', include: ['.ci/**/*.test.ts'], environment: 'node' } },
      { resolve, test: { name: 'shared', include: ['shared/src/**/*.test.ts'], environment: 'node' } },
      { resolve, test: { name: 'server', include: ['server/src/**/*.test.ts'], environment: 'node' } },
      {
        resolve,
        test: {
          name: 'client',
          include: ['client/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['client/src/i18n/start-for-tests.ts'],
        },
      },
    ],
  },
})
