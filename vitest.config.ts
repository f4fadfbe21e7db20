import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const sharedSource = fileURLToPath(new URL('shared/src', import.meta.url))
const resolve = { alias: [{ find: /^@remedyboard\/shared\/(.*)$/, replacement: `${sharedSource}/$1.ts` }] }

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'ci', include: ['.ci/**/*.test.ts'], environment: 'node' } },
      { resolve, test: { name: 'shared', include: ['shared/src/**/*.test.ts'], environment: 'node' } },
      { resolve, test: { name: 'server', include: ['server/src/**/*.test.ts'], environment: 'node' } },
      { resolve, test: { name: 'client', include: ['client/src/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['client/src/i18n/start-for-tests.ts'] } },
    ],
  },
})
