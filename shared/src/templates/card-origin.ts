import type { CardMeta } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import { inLocale, type PaperItem, type Wording } from './paper.ts'

/**
 * Where a card comes from, in the board's language; the quotation stays in the paper's English. Neutral boards leave out the
 * description, which speaks of the party.
 */
export function originOf(item: PaperItem, locale: Locale, wording: Wording): NonNullable<CardMeta['origin']> {
  const checklist = item.checklist?.map((entry) => inLocale(entry, locale)).join(locale === 'zh-CN' ? '、' : ', ')
  const remarks = [item.benefit, item.caution, item.note].map((remark) => remark && inLocale(remark, locale))
  const parts = [item.desc && wording === 'party' ? inLocale(item.desc, locale) : undefined, checklist, ...remarks]
  const desc = parts.filter((part) => part !== undefined).join('\n')
  return { paper: item.id, section: item.section, quote: item.quote, desc: desc === '' ? undefined : desc }
}
