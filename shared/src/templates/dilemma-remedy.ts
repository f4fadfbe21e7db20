import { AREA_METRICS, areaHeaderHeight } from '../board/area-metrics.ts'
import { cardHeight, estimateLines } from '../board/card-metrics.ts'
import type { LinkBasis } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import { DILEMMA_REMEDY_TEXTS } from './dilemma-remedy-texts.ts'
import type { AreaPlan, BoardPlan, CardPlan, LinkLook, LinkPlan } from './board-plan.ts'
import { bottomOf, originOf, outlineCards } from './outline-cards.ts'
import { inLocale, labelOf, PAPER, type Wording } from './paper.ts'

/**
 * The page, in board units. Sum of the widths: 2,756, so that with its margin it opens at zoom 0.39 in the 1,096 px that a 1,440 px
 * screen leaves beside the panel, where heading cards (36 units) are 14 px high. The two outlines face each other across the map.
 */
const LAYOUT = { side: 368, outline: 770, map: 400, gap: 20, cardGap: 10 } as const

const BASIS_LOOK: Readonly<Record<Exclude<LinkBasis, 'group'>, LinkLook>> = {
  explicit: { color: 'green', dash: 'solid', size: 'l', opacity: 1 },
  'explicit-general': { color: 'green', dash: 'solid', size: 'm', opacity: 0.75 },
  'implied-strong': { color: 'green', dash: 'solid', size: 's', opacity: 0.75 },
  implied: { color: 'green', dash: 'dashed', size: 's', opacity: 0.75 },
  'implied-weak': { color: 'grey', dash: 'dotted', size: 's', opacity: 1 },
}

/** Flow A: dilemmas on the left, remedies on the right, links across the map between them. */
export function dilemmaRemedyPlan(locale: Locale, wording: Wording): BoardPlan {
  const { side, outline, map, gap } = LAYOUT
  const { padding } = AREA_METRICS
  const text = (area: keyof typeof DILEMMA_REMEDY_TEXTS) => ({
    title: inLocale(DILEMMA_REMEDY_TEXTS[area].title, locale),
    instruction: inLocale(DILEMMA_REMEDY_TEXTS[area].instruction, locale),
  })
  const header = (area: keyof typeof DILEMMA_REMEDY_TEXTS, w: number) => areaHeaderHeight(text(area).title, text(area).instruction, w)

  const leftX = 0
  const dilemmasX = leftX + side + gap
  const mapX = dilemmasX + outline + gap
  const remediesX = mapX + map + gap
  const rightX = remediesX + outline + gap

  const outlineTop = Math.max(header('dilemmas', outline), header('map', map), header('remedies', outline))
  const column = { locale, wording, x: padding, y: outlineTop, w: outline - 2 * padding }
  const dilemmas = outlineCards(PAPER.dilemmas, { ...column, kind: 'dilemma', indent: 'left' })
  const remedies = outlineCards(PAPER.remedies, { ...column, kind: 'remedy', indent: 'right' })
  const bottom = bottomOf(remedies) + padding
  const dilemmasH = bottomOf(dilemmas) + padding
  const lowerY = dilemmasH + gap

  const brief = briefCards(locale, wording, header('brief', side))
  const briefH = bottomOf(brief) + padding
  const briefY = dilemmasH - briefH
  const parkingH = 440
  const parkingY = dilemmasH - parkingH

  const area = (
    name: keyof typeof DILEMMA_REMEDY_TEXTS,
    tone: AreaPlan['tone'],
    [x, y, w, h]: [number, number, number, number],
    cards: readonly CardPlan[] = [],
  ): AreaPlan => ({ area: name, ...text(name), tone, x, y, w, h, cards })
  return {
    areas: [
      area('welcome', 'neutral', [leftX, 0, side, briefY - gap]),
      area('brief', 'neutral', [leftX, briefY, side, briefH], brief),
      area('dilemmas', 'dilemma', [dilemmasX, 0, outline, dilemmasH], dilemmas),
      area('local', 'dilemma', [leftX, lowerY, side + gap + outline, bottom - lowerY]),
      area('map', 'neutral', [mapX, 0, map, bottom]),
      area('remedies', 'remedy', [remediesX, 0, outline, bottom], remedies),
      area('plan', 'action', [rightX, 0, side, parkingY - gap]),
      area('parking', 'note', [rightX, parkingY, side, parkingH]),
      area('report', 'evidence', [rightX, lowerY, side, bottom - lowerY]),
    ],
    links: PAPER.links.map((link): LinkPlan => ({
      id: link.id,
      from: { card: link.from, anchor: { x: 1, y: 0.5 } },
      to: { card: link.to, anchor: { x: 0, y: 0.5 } },
      look: BASIS_LOOK[link.basis],
      meta: { basis: link.basis, rationale: inLocale(link.rationale, locale), origin: { paper: link.id, section: link.section } },
    })),
  }
}

/** The question of the day, and the paper's context factors to talk through. */
function briefCards(locale: Locale, wording: Wording, top: number): CardPlan[] {
  const w = LAYOUT.side - 2 * AREA_METRICS.padding
  const question = locale === 'zh-CN' ? '今天的议题：' : 'Our question today: '
  const entries = [
    { id: 'brief-question', text: question, meta: {} },
    ...PAPER.context_factors.map((factor) => ({
      id: factor.id,
      text: labelOf(factor, locale, wording),
      meta: { origin: originOf(factor, locale, wording) },
    })),
  ]
  let y = top
  return entries.map((entry) => {
    const h = cardHeight('m', w, estimateLines(entry.text, 'm', w))
    const card: CardPlan = { ...entry, kind: 'note', size: 'm', x: AREA_METRICS.padding, y, w, h }
    y += h + LAYOUT.cardGap
    return card
  })
}
