import { AREA_METRICS } from '../board/area-metrics.ts'
import type { Locale } from '../protocol/locale.ts'
import { areaMaker } from './area-texts.ts'
import type { BoardPlan } from './board-plan.ts'
import { originOf } from './card-origin.ts'
import { bottomOf, stackCards } from './card-stack.ts'
import { DILEMMA_REMEDY_TEXTS } from './dilemma-remedy-texts.ts'
import { outlineCards } from './outline-cards.ts'
import { paperLinks } from './paper-links.ts'
import { inLocale, labelOf, PAPER, type Wording } from './paper.ts'

/**
 * The page, in board units. Sum of the widths: 2,696, so that with its margin it opens at zoom 0.389 in the 1,068 px that a 1,440 px
 * screen leaves beside the panel, where heading cards (36 units) are 14 px high. The two outlines face each other across the map.
 */
const LAYOUT = { side: 360, outline: 768, map: 376, gap: 16, parking: 400 } as const

/** Flow A: dilemmas on the left, remedies on the right, links across the map between them. */
export function dilemmaRemedyPlan(locale: Locale, wording: Wording): BoardPlan {
  const { side, outline, map, gap } = LAYOUT
  const { padding } = AREA_METRICS
  const { headerHeight, make } = areaMaker(DILEMMA_REMEDY_TEXTS, locale)

  const dilemmasX = side + gap
  const mapX = dilemmasX + outline + gap
  const remediesX = mapX + map + gap
  const rightX = remediesX + outline + gap

  // The map's own heading may reach lower: links begin below the middle of the first cards.
  const outlineTop = Math.max(headerHeight('dilemmas', outline), headerHeight('remedies', outline))
  const column = { locale, wording, x: padding, y: outlineTop, w: outline - 2 * padding }
  const dilemmas = outlineCards(PAPER.dilemmas, { ...column, kind: 'dilemma', indent: 'left' })
  const remedies = outlineCards(PAPER.remedies, { ...column, kind: 'remedy', indent: 'right' })
  const bottom = bottomOf(remedies) + padding
  const dilemmasH = bottomOf(dilemmas) + padding
  const lowerY = dilemmasH + gap

  // The question of the day, and the paper's context factors to talk through.
  const brief = stackCards(
    [
      { id: 'brief-question', kind: 'note', text: inLocale({ en: 'Our question today:', zh: '今天的议题：' }, locale), lines: 3 },
      ...PAPER.context_factors.map((factor, i) => ({
        id: factor.id,
        kind: 'note' as const,
        text: labelOf(factor, locale, wording),
        meta: { origin: originOf(factor, locale, wording) },
        before: i === 0 ? gap : 0,
      })),
    ],
    { x: padding, y: headerHeight('brief', side), w: side - 2 * padding },
  )
  const briefH = bottomOf(brief) + padding
  const briefY = dilemmasH - briefH
  const parkingY = dilemmasH - LAYOUT.parking

  return {
    areas: [
      make('welcome', 'neutral', [0, 0, side, briefY - gap]),
      make('brief', 'neutral', [0, briefY, side, briefH], brief),
      make('dilemmas', 'dilemma', [dilemmasX, 0, outline, dilemmasH], dilemmas),
      make('local', 'dilemma', [0, lowerY, side + gap + outline, bottom - lowerY]),
      make('map', 'neutral', [mapX, 0, map, bottom]),
      make('remedies', 'remedy', [remediesX, 0, outline, bottom], remedies),
      make('plan', 'action', [rightX, 0, side, parkingY - gap]),
      make('parking', 'note', [rightX, parkingY, side, LAYOUT.parking]),
      make('report', 'evidence', [rightX, lowerY, side, bottom - lowerY]),
    ],
    links: paperLinks(PAPER.links, locale),
  }
}
