import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** Takes the pictures of the README; the tests do not run it. */
export default defineConfig({ ...tests, testMatch: '**/screenshots.ts', reporter: 'list' })
