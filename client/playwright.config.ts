import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/ensure-browser.mjs'
import { MADE_UP_HOST } from './e2e/server.ts'

const executablePath = findBrowser() ?? undefined

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results/e2e',
  // Two people on one canvas already fill two cores.
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    // A step that cannot be done says so long before the test's own timeout.
    actionTimeout: 15_000,
    // Two large canvases make traces slow and heavy; E2E_TRACE=1 records them for whoever looks into a failure.
    trace: process.env['E2E_TRACE'] ? 'on' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // Chromium's sandbox refuses to run as root, as in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // localhost is a secure context and a LAN address is not: the made-up name shows what a phone in the room meets.
        `--host-resolver-rules=MAP ${MADE_UP_HOST} 127.0.0.1`,
        '--no-proxy-server',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    },
  },
})
