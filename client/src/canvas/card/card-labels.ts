import type { CardKind, CardMeta, Setting } from '@remedyboard/shared/board/card'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { text } from '../../i18n/i18n.ts'

export interface CardLabels {
  /** kind in words; a dilemma that does not come from the paper is a local problem */
  kind: string
  /** where the paper says it, "" for people's own cards */
  section: string
  /** only when the paper tells one from the other */
  setting: Exclude<Setting, 'both'> | null
  settingName: string
}

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

/** The words around a card's text. `t` as in `useText`; exported images pass the one of the moment. */
export function cardLabels(kind: CardKind, meta: CardMeta, t: typeof text, locale: Locale): CardLabels {
  const setting = meta.setting === 'urban' || meta.setting === 'rural' ? meta.setting : null
  return {
    kind: kind === 'dilemma' && !meta.origin ? t('canvas.localProblem') : t(`canvas.kind.${kind}`),
    section: meta.origin ? sectionLabel(meta.origin.section, locale) : '',
    setting,
    settingName: setting ? t(`canvas.setting.${setting}`) : '',
  }
}
