import type { Locale } from '@remedyboard/shared/protocol/locale'
import { en } from '../src/i18n/en.ts'
import { enBoard } from '../src/i18n/en-board.ts'
import { enHome } from '../src/i18n/en-home.ts'
import { enPhone } from '../src/i18n/en-phone.ts'
import type { Translation } from '../src/i18n/text-key.ts'
import { zhCN } from '../src/i18n/zh-CN.ts'
import { zhCNBoard } from '../src/i18n/zh-CN-board.ts'
import { zhCNHome } from '../src/i18n/zh-CN-home.ts'
import { zhCNPhone } from '../src/i18n/zh-CN-phone.ts'

type Sections = Readonly<Record<string, object>>

const TEXTS = {
  en: merged(merged(merged(en, enHome), enPhone), enBoard),
  'zh-CN': merged(merged(merged(zhCN, zhCNHome), zhCNPhone), zhCNBoard),
}

/** The words a person reads in their language: tests look for what is on the screen, and follow when it is reworded. */
export function textsOf(locale: Locale): Translation<(typeof TEXTS)['en']> {
  return TEXTS[locale]
}

/** Both, and the texts of both where they have sections of one name. */
function merged<A extends Sections, B extends Sections>(a: A, b: B): A & B {
  const sections: Record<string, object> = { ...a }
  for (const [name, texts] of Object.entries(b)) sections[name] = { ...sections[name], ...texts }
  // Each key of A and of B is there, with what it says there.
  return sections as A & B
}

/** `fill('{{covered}} of {{total}}', { covered: 9, total: 14 })` */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
}
