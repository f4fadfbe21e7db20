import { AREA_METRICS } from '../board/area-metrics.ts'
import { cardHeight } from '../board/card-metrics.ts'
import type { CardMeta, RelationState } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import { areaMaker } from './area-texts.ts'
import type { Anchor } from '../board/new-records.ts'
import type { BoardPlan, CardPlan, LinkLook, LinkPlan } from './board-plan.ts'
import { originOf } from './card-origin.ts'
import { bottomOf, stackCards, type CardEntry } from './card-stack.ts'
import type { PaperRelation } from './paper-connections.ts'
import { inLocale, labelOf, PAPER, pick, type Stakeholder, type Wording } from './paper.ts'
import { cardPlaces, spreadAnchors } from './spread-anchors.ts'
import { ACTOR_GROUPS, MATRIX_HEADS, STAKEHOLDER_TEXTS } from './stakeholder-coordination-texts.ts'

/** The page, in board units; sum of the widths 2,696, as for flow A. */
const LAYOUT = { side: 360, hub: 708, relations: 436, actors: 768, gap: 16, row: 9, above: 96, group: 40, parking: 420 } as const

/** The lead organization has most of the relations: its card is tall enough that they fan out. */
const HUB_HEIGHT = 360

/** Actions that the matrix starts with; an hour decides hardly more. */
const ACTIONS = 4

const STATE_LOOK: Readonly<Record<RelationState, LinkLook>> = {
  positive: { color: 'blue', dash: 'solid', size: 's' },
  weak: { color: 'orange', dash: 'dashed', size: 's' },
  tension: { color: 'red', dash: 'solid', size: 'm' },
}

/** The lead organization's relations to the levels above it go straight up, side by side. */
const UPWARD: Readonly<Record<string, { from: Anchor; to: Anchor }>> = {
  'x-policy': { from: { x: 0.23, y: 0 }, to: { x: 0.5, y: 1 } },
  'x-obey': { from: { x: 0.7, y: 0 }, to: { x: 0.35, y: 1 } },
  'x-bridge': { from: { x: 0.84, y: 0 }, to: { x: 0.65, y: 1 } },
}

/** Flow B: the lead organization on the left, everybody else on the right, relations between them. */
export function stakeholderCoordinationPlan(locale: Locale, wording: Wording): BoardPlan {
  const { side, hub, relations, actors, gap } = LAYOUT
  const { padding } = AREA_METRICS
  const { headerHeight, make } = areaMaker(STAKEHOLDER_TEXTS, locale)

  const hubX = side + gap
  const relationsX = hubX + hub + gap
  const actorsX = relationsX + relations + gap
  const rightX = actorsX + actors + gap

  const listed = stackCards(actorEntries(locale, wording), {
    x: padding,
    y: headerHeight('actors', actors),
    w: actors - 2 * padding,
    gap: LAYOUT.row,
  })
  const leading = hubCards(locale, wording, headerHeight('hub', hub))
  const bottom = bottomOf(listed) + padding
  const hubH = bottomOf(leading) + padding
  const lowerY = hubH + gap
  const matrixW = side + gap + hub
  const welcome = stackCards(
    [{ id: 'welcome-question', kind: 'note', text: inLocale({ en: 'Our question today:', zh: '今天的议题：' }, locale), lines: 3 }],
    { x: padding, y: headerHeight('welcome', side), w: side - 2 * padding },
  )
  const reportY = lowerY + LAYOUT.parking + gap

  const areas = [
    make('welcome', 'neutral', [0, 0, side, hubH], welcome),
    make('hub', 'stakeholder', [hubX, 0, hub, hubH], leading),
    make('relations', 'neutral', [relationsX, 0, relations, bottom]),
    make('actors', 'stakeholder', [actorsX, 0, actors, bottom], listed),
    make('matrix', 'action', [0, lowerY, matrixW, bottom - lowerY], matrixCards(locale, headerHeight('matrix', matrixW), matrixW)),
    make('gaps', 'dilemma', [rightX, 0, side, hubH]),
    make('parking', 'note', [rightX, lowerY, side, LAYOUT.parking]),
    make('report', 'evidence', [rightX, reportY, side, bottom - reportY]),
  ]
  const spread = spreadAnchors(
    PAPER.relations.filter(({ id }) => !(id in UPWARD)),
    cardPlaces(areas),
  )
  return { areas, links: PAPER.relations.map((relation) => relationLink(relation, locale, UPWARD[relation.id] ?? spread.get(relation.id))) }
}

function relationLink(relation: PaperRelation, locale: Locale, anchors: { from: Anchor; to: Anchor } | undefined): LinkPlan {
  if (!anchors) throw new Error(`${relation.id} has no place`)
  const { id, from, to, type, state, section, quote } = relation
  return {
    id,
    from: { card: from, anchor: anchors.from },
    to: { card: to, anchor: anchors.to },
    look: { ...STATE_LOOK[state], bothWays: relation.direction === 'both' },
    meta: { basis: 'explicit', relation: type, state, rationale: inLocale(relation.label, locale), origin: { paper: id, section, quote } },
  }
}

function stakeholderMeta(actor: Stakeholder, locale: Locale, wording: Wording): CardMeta {
  const { section, quote, kind } = actor
  if (!actor.in_paper || section === null) return { actorKind: kind }
  return { actorKind: kind, origin: originOf({ ...actor, section, quote: quote ?? undefined }, locale, wording) }
}

function stakeholderEntry(actor: Stakeholder, locale: Locale, wording: Wording): CardEntry {
  return { id: actor.id, kind: 'stakeholder', text: labelOf(actor, locale, wording), meta: stakeholderMeta(actor, locale, wording) }
}

function actorEntries(locale: Locale, wording: Wording): CardEntry[] {
  return ACTOR_GROUPS.flatMap(({ id, title, kinds }) => [
    { id, kind: 'note' as const, size: 'l' as const, text: inLocale(title, locale), before: LAYOUT.group, meta: { lock: true } },
    ...PAPER.stakeholders.filter(({ kind }) => kinds.includes(kind)).map((actor) => stakeholderEntry(actor, locale, wording)),
  ])
}

/** Levels above side by side, the lead organization below them, then its own people and the roles that the paper gives it. */
function hubCards(locale: Locale, wording: Wording, top: number): CardPlan[] {
  const { padding } = AREA_METRICS
  const w = LAYOUT.hub - 2 * padding
  const halfW = (w - LAYOUT.gap) / 2
  const entries = (ids: readonly string[]) => pick(PAPER.stakeholders, ids).map((actor) => stakeholderEntry(actor, locale, wording))
  const central = stackCards(entries(['s-central']), { x: padding, y: top, w: halfW })
  const higher = stackCards(entries(['s-higher']), { x: padding + halfW + LAYOUT.gap, y: top, w: halfW })
  const aboveH = Math.max(bottomOf(central), bottomOf(higher)) - top
  const above = [...central, ...higher].map((card) => ({ ...card, h: aboveH }))
  const lead = stackCards(
    entries(['s-gpo']).map((entry): CardEntry => ({ ...entry, size: 'l' })),
    { x: padding, y: top + aboveH + LAYOUT.above, w },
  ).map((card) => ({ ...card, h: HUB_HEIGHT }))
  const own = stackCards(
    [
      ...entries(['s-members', 's-cadres']),
      ...PAPER.roles.map((role, i): CardEntry => ({
        id: role.id,
        kind: 'practice',
        text: labelOf(role, locale, wording),
        meta: { origin: originOf(role, locale, wording) },
        before: i === 0 ? LAYOUT.group : 0,
      })),
    ],
    { x: padding, y: bottomOf(lead) + LAYOUT.gap, w },
  )
  return [...above, ...lead, ...own]
}

/** Heads of the columns and some empty actions; who does what is put beside them. */
function matrixCards(locale: Locale, top: number, w: number): CardPlan[] {
  const { padding } = AREA_METRICS
  const gap = 12
  const inner = w - 2 * padding
  const columnW = 148
  const actionW = inner - (MATRIX_HEADS.length - 1) * (columnW + gap)
  const heads = MATRIX_HEADS.flatMap(({ id, title }, i) => {
    const x = i === 0 ? padding : padding + actionW + gap + (i - 1) * (columnW + gap)
    return stackCards([{ id, kind: 'note', text: inLocale(title, locale) }], { x, y: top, w: i === 0 ? actionW : columnW })
  })
  const rowH = cardHeight('m', actionW, 2)
  const actions = Array.from({ length: ACTIONS }, (_, i): CardPlan => ({
    id: `action-${i + 1}`,
    kind: 'action',
    size: 'm',
    text: '',
    x: padding,
    y: bottomOf(heads) + LAYOUT.gap + i * (rowH + LAYOUT.gap),
    w: actionW,
    h: rowH,
    meta: {},
  }))
  return [...heads, ...actions]
}
