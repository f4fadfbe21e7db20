import { LOCALES, type Locale } from '@remedyboard/shared/protocol/locale'

function match(tag: string | null | undefined): Locale | undefined {
  if (!tag) return undefined
  const lower = tag.toLowerCase()
  return LOCALES.find((locale) => locale.toLowerCase() === lower) ?? LOCALES.find((locale) => lower.split('-')[0] === locale.split('-')[0])
}

/** The language to start in: what the address asks for, then what this person chose before, then what their browser speaks. */
export function chooseLocale(from: { query: string | null; stored: string | null; preferred: readonly string[] }): Locale {
  const candidates = [from.query, from.stored, ...from.preferred]
  for (const tag of candidates) {
    const locale = match(tag)
    if (locale) return locale
  }
  return 'en'
}
