import { startLocale } from './i18n.ts'

// Components ask for their texts at once; the page waits for them, and so do tests.
await startLocale()
