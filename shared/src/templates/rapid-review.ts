import { AREA_METRICS } from '../board/area-metrics.ts'
import { CARD_METRICS } from '../board/card-metrics.ts'
import type { CardKind, CardMeta } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import type { Bilingual } from '../workshop/state.ts'
import { areaMaker } from './area-texts.ts'
import type { BoardPlan, CardPlan, LinkPlan } from './board-plan.ts'
import { originOf } from './card-origin.ts'
import { bottomOf, stackCards, type CardEntry } from './card-stack.ts'
import { BASIS_LOOK, paperLinks } from './paper-links.ts'
import { inLocale, labelOf, PAPER, pick, type OutlineItem, type PaperItem, type Wording } from './paper.ts'
import { PERIODS, PLAN_HEADS, RAPID_REVIEW_TEXTS, REVIEW_HEADS } from './rapid-review-texts.ts'
import { cardPlaces, spreadAnchors } from './spread-anchors.ts'

/** The page, in board units; 2,696 wide, as for flow A. */
const LAYOUT = {
  welcome: 360,
  review: 876,
  map: 1164,
  plan: 624,
  gap: 16,
  beforeFunctions: 150,
  timeline: 430,
  planPart: 320,
  report: 300,
} as const

/** In the order of the rows, so that the chains cross as little as may be: technology on top, coordination below. */
const PRACTICES = ['prac-bigdata', 'prac-uav', 'prac-wechat', 'prac-units', 'prac-ngos']
const FUNCTIONS = ['fn-enforce', 'fn-advocate', 'fn-bridge', 'fn-coordinate']
/** Remedies that practices lead to directly; no function may stand in the way of these lines. */
const DIRECT_REMEDIES = ['r1-3a', 'r1-3b']
const REMEDIES = ['r2-1', 'r3-2a', 'r3-4', 'r4']
const FAMILIES = ['d1', 'd2', 'd3']
const FAMILY_REMEDIES = ['r0', 'r3']

/** Flow C: what happened on top; below it what went less well and well, why and what would fix it, and what to do. */
export function rapidReviewPlan(locale: Locale, wording: Wording): BoardPlan {
  const { welcome, review, map, plan, gap, timeline } = LAYOUT
  const { padding } = AREA_METRICS
  const { headerHeight, make } = areaMaker(RAPID_REVIEW_TEXTS, locale)
  const heading = ({ id, title }: { id: string; title: Bilingual }): CardEntry => ({
    id,
    kind: 'note',
    size: 'l',
    text: inLocale(title, locale),
    // A heading is no card of anybody's: it stays where it is, and nobody groups or votes on it.
    meta: { lock: true },
  })

  const timelineW = review + gap + map + gap + plan - welcome - gap
  const rowY = timeline + gap
  const mapX = review + gap
  const planX = mapX + map + gap
  // One top edge for the cards of review and map: the chains run from one to the other.
  const top = Math.max(headerHeight('review', review), headerHeight('map', map))

  const columnW = (review - 2 * padding - gap) / 2
  const less = stackCards([heading(REVIEW_HEADS.less)], { x: padding, y: top, w: columnW })
  const practices = entriesOf(pick(PAPER.practices, PRACTICES), 'practice', locale, wording)
  const well = stackCards([heading(REVIEW_HEADS.well), ...practices], { x: padding + columnW + gap, y: top, w: columnW, gap: 12 })
  const mapCards = whyCards(locale, wording, { well, top })
  const planCards = PLAN_HEADS.flatMap((head, i) =>
    stackCards([heading(head)], { x: padding, y: headerHeight('plan', plan) + i * LAYOUT.planPart, w: plan - 2 * padding }),
  )
  const periodW = (timelineW - 2 * padding - (PERIODS.length - 1) * gap) / PERIODS.length
  const periods = PERIODS.flatMap((period, i) =>
    stackCards([heading(period)], { x: padding + i * (periodW + gap), y: headerHeight('timeline', timelineW), w: periodW }),
  )

  const planH = headerHeight('plan', plan) + PLAN_HEADS.length * LAYOUT.planPart
  const rowH = Math.max(bottomOf(mapCards) + padding, planH + gap + LAYOUT.report)
  const halfW = (plan - gap) / 2
  const lowerY = rowY + planH + gap
  const lowerH = rowH - planH - gap
  const areas = [
    make('welcome', 'neutral', [0, 0, welcome, timeline]),
    make('timeline', 'note', [welcome + gap, 0, timelineW, timeline], periods),
    make('review', 'practice', [0, rowY, review, rowH], [...less, ...well]),
    make('map', 'neutral', [mapX, rowY, map, rowH], mapCards),
    make('plan', 'action', [planX, rowY, plan, planH], planCards),
    make('parking', 'note', [planX, lowerY, halfW, lowerH]),
    make('report', 'evidence', [planX + halfW + gap, lowerY, halfW, lowerH]),
  ]
  const places = cardPlaces(areas)
  const known = PAPER.links.filter(({ from, to }) => places.has(from) && places.has(to))
  return { areas, links: [...chainLinks(locale, places), ...paperLinks(known, locale)] }
}

/** Functions and the paper's families of dilemmas on the left, remedies on the right, room for the group's own between them. */
function whyCards(locale: Locale, wording: Wording, { well, top }: { well: readonly CardPlan[]; top: number }): CardPlan[] {
  const { padding } = AREA_METRICS
  const w = 380
  const leftX = padding + LAYOUT.beforeFunctions
  const rightX = LAYOUT.map - padding - w
  const gap = 12
  const remedies = (ids: readonly string[]) => entriesOf(pick(PAPER.remedies, ids), 'remedy', locale, wording)
  const direct = stackCards(remedies(DIRECT_REMEDIES), { x: rightX, y: well[1]?.y ?? top, w, gap })
  const belowDirect = (well[PRACTICES.indexOf('prac-wechat') + 1]?.y ?? top) + CARD_METRICS.m.minHeight + LAYOUT.gap
  const functions = stackCards(entriesOf(pick(PAPER.functions, FUNCTIONS), 'note', locale, wording), { x: leftX, y: belowDirect, w, gap })
  const answers = stackCards(remedies(REMEDIES), { x: rightX, y: Math.max(belowDirect, bottomOf(direct) + LAYOUT.gap), w, gap })
  const familiesY = Math.max(bottomOf(functions), bottomOf(answers)) + 70
  const families = stackCards(entriesOf(pick(PAPER.dilemmas, FAMILIES), 'dilemma', locale, wording), { x: leftX, y: familiesY, w, gap })
  return [...direct, ...functions, ...answers, ...families, ...stackCards(remedies(FAMILY_REMEDIES), { x: rightX, y: familiesY, w, gap })]
}

function entriesOf(items: readonly (PaperItem | OutlineItem)[], kind: CardKind, locale: Locale, wording: Wording): CardEntry[] {
  return items.map((item) => {
    const meta: CardMeta = { origin: originOf(item, locale, wording) }
    return { id: item.id, kind, text: labelOf(item, locale, wording), meta }
  })
}

/** The chains whose ends are on the board: practice → function → remedy, the evidence of what worked. */
function chainLinks(locale: Locale, places: ReturnType<typeof cardPlaces>): LinkPlan[] {
  const chains = PAPER.chains.filter(({ from, to }) => places.has(from) && places.has(to))
  const anchors = spreadAnchors(chains, places)
  return chains.flatMap((chain) => {
    const at = anchors.get(chain.id)
    if (!at) return []
    return {
      id: chain.id,
      from: { card: chain.from, anchor: at.from },
      to: { card: chain.to, anchor: at.to },
      look: BASIS_LOOK[chain.basis],
      meta: { basis: chain.basis, rationale: inLocale(chain.note, locale), origin: { paper: chain.id, section: '3.1' } },
    }
  })
}
