import type { Locale } from '@remedyboard/shared/protocol/locale'
import { en } from '../src/i18n/en.ts'
import { enBoard } from '../src/i18n/en-board.ts'
import { enPhone } from '../src/i18n/en-phone.ts'
import type { Translation } from '../src/i18n/text-key.ts'
import { zhCN } from '../src/i18n/zh-CN.ts'
import { zhCNBoard } from '../src/i18n/zh-CN-board.ts'
import { zhCNPhone } from '../src/i18n/zh-CN-phone.ts'

/** The words a person reads in their language: tests look for what is on the screen, and follow when it is reworded. */
export function textsOf(locale: Locale): Translation<typeof en & typeof enBoard & typeof enPhone> {
  return locale === 'en' ? { ...en, ...enPhone, ...enBoard } : { ...zhCN, ...zhCNPhone, ...zhCNBoard }
}

/** `fill('{{covered}} of {{total}}', { covered: 9, total: 14 })` */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
}
