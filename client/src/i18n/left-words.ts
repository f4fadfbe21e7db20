import { text } from './i18n.ts'

/** What stands on the buttons beside words that no field shows, and what is read aloud then; the board and the page for phones say the same. */
export function leftWords() {
  return {
    forget: text('drafts.forget'),
    copy: text('drafts.copy'),
    copied: text('app.copied'),
    copyByHand: text('app.copyByHand'),
    goOn: text('drafts.goOn'),
  }
}
