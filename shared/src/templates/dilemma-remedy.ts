import { AREA_METRICS, areaHeaderHeight } from '../board/area-metrics.ts'
import { cardHeight, estimateLines } from '../board/card-metrics.ts'
import type { LinkBasis } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import { DILEMMA_REMEDY_TEXTS } from './dilemma-remedy-texts.ts'
import type { AreaPlan, BoardPlan, CardPlan, LinkLook, LinkPlan } from './board-plan.ts'
import { bottomOf, originOf, outlineCards } from './outline-cards.ts'
import { inLocale, labelOf, PAPER, type Wording } from './paper.ts'

/**
 * The page, in board units. Sum of the widths: 2,732, so that with its margin it opens at zoom 0.389 in the 1,096 px that a 1,440 px
 * screen leaves beside the panel, where heading cards (36 units) are 14 px high. The two outlines face each other across the map.
 */
const LAYOUT = { side: 360, outline: 768, map: 396, gap: 20, cardGap: 10, questionGap: 26 } as const

/** Room for a question of three lines, which the facilitator writes. */
const QUESTION_LINES = 3

/** What stock tldraw shows; our own canvas draws links by their basis. */
const BASIS_LOOK: Readonly<Record<Exclude<LinkBasis, 'group'>, LinkLook>> = {
  explicit: { color: 'green', dash: 'solid', size: 'l' },
  'explicit-general': { color: 'green', dash: 'solid', size: 'm' },
  'implied-strong': { color: 'green', dash: 'solid', size: 's' },
  implied: { color: 'green', dash: 'dashed', size: 's' },
  'implied-weak': { color: 'grey', dash: 'dotted', size: 's' },
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

  // The map's own heading may reach lower: links begin below the middle of the first cards.
  const outlineTop = Math.max(header('dilemmas', outline), header('remedies', outline))
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
  const place = { kind: 'note', size: 'm', x: AREA_METRICS.padding, w: LAYOUT.side - 2 * AREA_METRICS.padding } as const
  const question: CardPlan = {
    ...place,
    id: 'brief-question',
    text: inLocale({ en: 'Our question today:', zh: '今天的议题：' }, locale),
    y: top,
    h: cardHeight('m', place.w, QUESTION_LINES),
    meta: {},
  }
  let y = question.y + question.h + LAYOUT.questionGap
  const factors = PAPER.context_factors.map((factor): CardPlan => {
    const text = labelOf(factor, locale, wording)
    const h = cardHeight('m', place.w, estimateLines(text, 'm', place.w))
    const card = { ...place, id: factor.id, text, y, h, meta: { origin: originOf(factor, locale, wording) } }
    y += h + LAYOUT.cardGap
    return card
  })
  return [question, ...factors]
}
