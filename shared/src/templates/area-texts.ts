import { areaHeaderHeight } from '../board/area-metrics.ts'
import type { Locale } from '../protocol/locale.ts'
import type { Bilingual } from '../workshop/state.ts'
import type { AreaPlan, CardPlan } from './board-plan.ts'
import { inLocale } from './paper.ts'

/** Title of an area and what to do there. */
export interface AreaTexts {
  title: Bilingual
  instruction: Bilingual
}

/** Areas that mean the same in every flow. */
export const COMMON_AREA_TEXTS = {
  parking: {
    title: { en: 'Parking lot', zh: '待议事项' },
    instruction: { en: 'Important, but not for today. It is not lost.', zh: '重要但今天不展开的，先记在这里。' },
  },
  report: {
    title: { en: 'Report', zh: '会议纪要' },
    instruction: { en: 'What we read aloud together, and the day we look at it again.', zh: '一起宣读今天定下的事，并写上回访日期。' },
  },
} as const satisfies Readonly<Record<string, AreaTexts>>

export interface AreaMaker<Name extends string> {
  /** height of the heading in an area `w` wide */
  headerHeight: (name: Name, w: number) => number
  make: (name: Name, tone: AreaPlan['tone'], place: [x: number, y: number, w: number, h: number], cards?: readonly CardPlan[]) => AreaPlan
}

/** Areas with these texts in one language. */
export function areaMaker<Name extends string>(texts: Readonly<Record<Name, AreaTexts>>, locale: Locale): AreaMaker<Name> {
  const inWords = (name: Name) => ({ title: inLocale(texts[name].title, locale), instruction: inLocale(texts[name].instruction, locale) })
  return {
    headerHeight(name, w) {
      const { title, instruction } = inWords(name)
      return areaHeaderHeight(title, instruction, w)
    },
    make: (name, tone, [x, y, w, h], cards = []) => ({ area: name, ...inWords(name), tone, x, y, w, h, cards }),
  }
}
