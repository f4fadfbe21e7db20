import { AREA_METRICS, areaHeaderHeight } from '../board/area-metrics.ts'
import type { BoardRecord } from '../board/board-record.ts'
import { cleanTag } from '../board/card-tags.ts'
import type { CardMeta } from '../board/card.ts'
import { newCardRecord, newLinkRecords, newShape } from '../board/new-records.ts'
import { areaFrame } from '../board/place-in-area.ts'
import type { Locale } from '../protocol/locale.ts'
import type { WorkshopEvent } from '../workshop/event.ts'
import type { CardPlan } from './board-plan.ts'
import { bottomOf, stackCards, type CardEntry } from './card-stack.ts'
import { EXAMPLE_ACTIONS, EXAMPLE_CLUSTERS, EXAMPLE_PARTNERS, EXAMPLE_ROUND_TITLE, type ExampleProblem } from './example-workshop-texts.ts'
import { indexKey } from './index-key.ts'
import { inLocale } from './paper.ts'
import { PAGE_ID } from './plan-records.ts'

const MS_PER_DAY = 86_400_000

/** Ballots of the example's voting round; the spreads in its texts add up to it. */
const BALLOTS = 18

/** Height of a cluster's heading, in board units. */
const CLUSTER_HEADING = 60

/** Air inside a cluster and between clusters, in board units. */
const GAP = 16

/** What a finished workshop has beyond its template. */
export interface ExampleWorkshop {
  /** all of the template's records, with the changed ones in their places, and those that the group added */
  records: BoardRecord[]
  /** what happened: the result of the vote */
  events: WorkshopEvent[]
}

/**
 * A finished workshop on flow A's board: local problems with evidence in settled clusters, a merged duplicate, answers drawn by the
 * group, the result of a vote, and a plan in which one action still lacks its lead.
 *
 * @param now server ms since the epoch; dates of the plan count from its day (UTC)
 */
export function exampleWorkshop(template: readonly BoardRecord[], locale: Locale, now: number): ExampleWorkshop {
  const area = (name: string): BoardRecord => {
    const frame = areaFrame(template, name)
    if (!frame) throw new Error(`The template has no area ${name}`)
    return frame
  }
  const local = area('local')
  const clusters = clusterRecords(local, locale)
  const lowest = Math.max(...clusters.filter(({ type }) => type === 'frame').map(({ y, props }) => Number(y) + Number(props?.['h'])))
  const taller: BoardRecord = {
    ...local,
    props: { ...local.props, h: Math.max(Number(local.props?.['h']), lowest + AREA_METRICS.padding) },
  }
  return {
    records: [
      ...template.map((record) => (record.id === local.id ? taller : record)),
      ...clusters,
      ...planRecordsOf(area('plan'), locale, now),
      ...linkRecords(locale, template.length),
    ],
    events: [{ type: 'round-closed', result: roundResult(locale, now) }],
  }
}

function problemId({ id }: ExampleProblem): string {
  return `shape:example-${id}`
}

/** The clusters one below the other, their problems as rows: so the links leave them to the right, as those of the paper's outline. */
function clusterRecords(local: BoardRecord, locale: Locale): BoardRecord[] {
  const w = Number(local.props?.['w'])
  const clusterW = w - 2 * AREA_METRICS.padding
  let y = areaHeaderHeight(String(local.props?.['name']), String(local.meta?.['instruction']), w)
  return EXAMPLE_CLUSTERS.flatMap((cluster, i) => {
    const id = `shape:example-cluster-${cluster.id}`
    const entries = cluster.problems.map((problem): CardEntry => ({
      id: problem.id,
      kind: 'dilemma',
      text: inLocale(problem.text, locale),
      meta: problemMeta(problem, locale),
    }))
    const cards = stackCards(entries, { x: GAP, y: CLUSTER_HEADING, w: clusterW - 2 * GAP })
    const frame: BoardRecord = {
      ...newShape(id, 'frame', local.id, indexKey(100 + i), AREA_METRICS.padding, y),
      props: { w: clusterW, h: bottomOf(cards) + GAP, name: inLocale(cluster.name, locale), color: 'black' },
      meta: { cluster: 'settled', tone: 'dilemma', lock: true },
    }
    y += bottomOf(cards) + 2 * GAP
    return [
      frame,
      ...cards.map((card, n) => newCardRecord({ ...card, id: `shape:example-${card.id}`, parentId: id, index: indexKey(n + 1) })),
    ]
  })
}

function problemMeta(problem: ExampleProblem, locale: Locale): CardMeta {
  const { setting, place, period, affected, mergedInto } = problem
  const local = problem.case && inLocale(problem.case, locale)
  const tags = problem.tags.map((tag) => [`tag.${cleanTag(inLocale(tag, locale))}`, true] as const)
  return {
    setting: setting === 'both' ? undefined : setting,
    place: inLocale(place, locale),
    period: inLocale(period, locale),
    affected,
    case: local,
    mergedInto: mergedInto === undefined ? undefined : `shape:example-${mergedInto}`,
    ...Object.fromEntries(tags),
  }
}

/** Actions in the plan, and beside it an area for those who take part in them. */
function planRecordsOf(plan: BoardRecord, locale: Locale, now: number): BoardRecord[] {
  const w = Number(plan.props?.['w'])
  const inner = w - 2 * AREA_METRICS.padding
  const day = (inDays: number) => new Date(now + inDays * MS_PER_DAY).toISOString().slice(0, 10)
  const partnersId = 'shape:area-partners'
  const title = inLocale({ en: 'Who takes part', zh: '参与各方' }, locale)
  const below = (name: string, instruction: string) => ({
    x: AREA_METRICS.padding,
    y: areaHeaderHeight(name, instruction, w),
    w: inner,
    gap: GAP,
  })
  const actions = stackCards(
    EXAMPLE_ACTIONS.map((action) => ({
      id: action.id,
      kind: 'action',
      text: inLocale(action.text, locale),
      meta: { status: action.status, start: day(action.startIn), due: day(action.dueIn), measure: inLocale(action.measure, locale) },
    })),
    below(String(plan.props?.['name']), String(plan.meta?.['instruction'])),
  )
  const partners = stackCards(
    EXAMPLE_PARTNERS.map(({ id, text, actorKind }) => ({ id, kind: 'stakeholder', text: inLocale(text, locale), meta: { actorKind } })),
    below(title, ''),
  )
  const inside = (cards: readonly CardPlan[], parentId: string) =>
    cards.map((card, n) => newCardRecord({ ...card, id: `shape:example-${card.id}`, parentId, index: indexKey(n + 1) }))
  const area: BoardRecord = {
    ...newShape(partnersId, 'frame', PAGE_ID, indexKey(99), Number(plan['x']) + w + GAP, Number(plan['y'])),
    props: { w, h: Number(plan.props?.['h']), name: title, color: 'black' },
    meta: { area: 'partners', instruction: '', tone: 'stakeholder', lock: true },
  }
  return [area, ...inside(actions, plan.id), ...inside(partners, partnersId)]
}

/** What the group drew: answers to problems, where actions come from, and who does what. */
function linkRecords(locale: Locale, first: number): BoardRecord[] {
  const answers = EXAMPLE_CLUSTERS.flatMap(({ problems }) =>
    problems.flatMap((problem) =>
      problem.answers.map(({ remedy, why }) => ({
        id: `answer-${problem.id}-${remedy}`,
        from: problemId(problem),
        to: `shape:${remedy}`,
        meta: { basis: 'group' as const, rationale: inLocale(why, locale) },
      })),
    ),
  )
  const steps = EXAMPLE_ACTIONS.map(({ id, remedy }) => ({
    id: `step-${id}`,
    from: `shape:${remedy}`,
    to: `shape:example-${id}`,
    meta: { basis: 'group' as const },
  }))
  const duties = EXAMPLE_ACTIONS.flatMap(({ id, duties: byPartner }) =>
    Object.entries(byPartner).map(([partner, duty]) => ({
      id: `duty-${id}-${partner}`,
      from: `shape:example-${partner}`,
      to: `shape:example-${id}`,
      meta: { basis: 'group' as const, duty },
    })),
  )
  return [...answers, ...steps, ...duties].flatMap((link, n) =>
    newLinkRecords({ ...link, id: `shape:example-${link.id}`, pageId: PAGE_ID, index: indexKey(first + n) }),
  )
}

function roundResult(locale: Locale, now: number) {
  const voted = EXAMPLE_CLUSTERS.flatMap(({ problems }) => problems.filter(({ spread }) => spread !== undefined))
  return {
    id: 'example-round',
    kind: 'dots' as const,
    title: inLocale(EXAMPLE_ROUND_TITLE, locale),
    cards: voted.map(problemId),
    budget: 5,
    cap: 2,
    closedAt: now,
    ballots: BALLOTS,
    proxies: 2,
    people: 21,
    items: voted.map((problem) => {
      const spread = problem.spread ?? [BALLOTS, 0, 0]
      return { cardId: problemId(problem), total: spread[1] + 2 * spread[2], spread }
    }),
  }
}
