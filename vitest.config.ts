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
    // Vitest leaves a core free for whoever waits; nobody does.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'ci', include: ['.ci/**/*.test.ts'], environment: 'node' } },
      // Pure functions keep nothing from file to file, and loading them again for each takes longer than the tests.
      { resolve, test: { name: 'shared', include: ['shared/src/**/*.test.ts'], environment: 'node', isolate: false } },
      {
        resolve,
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts'],
          exclude: ['server/src/attacks/**'],
          environment: 'node',
          // Some start the built server several times, and a slow machine takes seconds for that.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'attacks',
          include: ['server/src/attacks/**/*.test.ts'],
          environment: 'node',
          // They measure what somebody beside an attacker notices: nothing else runs meanwhile.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'client',
          include: ['client/src/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // Modules are loaded once, four times faster: what one of them remembers is put back in `setupFiles`.
          isolate: false,
          setupFiles: ['client/src/i18n/start-for-tests.ts', 'client/src/ui/quiet-before-tests.ts'],
        },
      },
    ],
  },
})
