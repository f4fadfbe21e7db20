import { needTexts, startLocale } from './i18n.ts'

// Components ask for their texts at once; the pages wait for them, and so do tests.
await startLocale()
await needTexts('home')
await needTexts('board')
await needTexts('phone')
