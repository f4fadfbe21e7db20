import type { CardKind, CardMeta, Setting } from '@remedyboard/shared/board/card'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { text } from '../../i18n/i18n.ts'
import { sectionLabel } from '../../i18n/section-label.ts'

export interface CardLabels {
  /** kind in words; a dilemma that does not come from the paper is a local problem */
  kind: string
  /** where the paper says it, "" for people's own cards */
  section: string
  /** only when the paper tells one from the other */
  setting: Exclude<Setting, 'both'> | null
  settingName: string
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
