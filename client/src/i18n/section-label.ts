import type { Locale } from '@remedyboard/shared/protocol/locale'

const CHINESE_ORDINALS: Readonly<Record<string, string>> = { First: '一', Second: '二', Third: '三', Fourth: '四' }

/** "3.2 First" → "3.2 一"; the four forces of 4.3 are named as the paper counts them: "4.3 第一力". */
export function sectionLabel(section: string, locale: Locale): string {
  if (locale === 'en') return section
  const [number = '', word] = section.split(' ', 2)
  if (word === undefined) return section === 'throughout' ? '全文' : section
  if (word === '(closing)') return `${number} 结尾`
  const ordinal = CHINESE_ORDINALS[word]
  if (ordinal === undefined) return section
  return number === '4.3' ? `${number} 第${ordinal}力` : `${number} ${ordinal}`
}
