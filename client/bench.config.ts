import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** Measurements in the real browser; they need minutes and an idle machine, so the tests do not run them. */
export default defineConfig({ ...tests, testMatch: '**/*.bench.ts', timeout: 600_000, reporter: 'list' })
