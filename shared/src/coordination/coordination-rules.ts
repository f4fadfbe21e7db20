import type { MappingGraph } from '../mapping/mapping-graph.ts'
import { compareIds } from '../mapping/compare-ids.ts'
import { planRows } from './plan-rows.ts'

/**
 * What can be wrong in how people work together. `no-lead`, `two-leads`: flow B, phase B6, "Exactly one lead per action", as RACI has
 * one accountable. `isolated`: phase B4, actors with no line (Net-Map). `overloaded`: phase B6, see `OVERLOAD`. `one-way-bridge`: the
 * paper, 3.1.4, wants a bridge and a window, not orders going down only. `tension`: the paper, 3.2, members in conflict; phase B7,
 * each gap becomes a request. `no-date`, `overdue`: flow A, phase A10.
 */
export const GAP_RULES = ['no-lead', 'two-leads', 'isolated', 'overloaded', 'one-way-bridge', 'tension', 'no-date', 'overdue'] as const
export type GapRule = (typeof GAP_RULES)[number]

/** A gap that a rule found. */
export interface CoordinationGap {
  /** the same as long as the gap is: rule and what it is about */
  id: string
  rule: GapRule
  /** record ids of the cards it is about; the first is where to go */
  cards: readonly string[]
  /** record ids of the links it is about */
  links: readonly string[]
}

/**
 * More than one can carry: leading three open actions, or leading or supporting five. RACI's reading by column asks whether one role
 * has too much and names no number; these are ours, from workshops that decide about four actions in an hour (flow B's matrix).
 */
export const OVERLOAD = { leads: 3, parts: 5 } as const

/** The relation that the paper calls a bridge (`relations` of its content file). */
export const BRIDGE = 'bridge'

/** All gaps of a board, by rule and then by id. `today`: YYYY-MM-DD where the people are. */
export function coordinationGaps(graph: MappingGraph, today: string): CoordinationGap[] {
  const found = [
    ...leadGaps(graph, today),
    ...isolatedStakeholders(graph),
    ...overloadedStakeholders(graph, today),
    ...oneWayBridges(graph),
    ...tensionsWithoutAction(graph),
    ...dateGaps(graph, today),
  ]
  return found.sort((a, b) => GAP_RULES.indexOf(a.rule) - GAP_RULES.indexOf(b.rule) || compareIds(a.id, b.id))
}

/** Open actions that nobody leads, or more than one. */
export function leadGaps(graph: MappingGraph, today: string): CoordinationGap[] {
  return planRows(graph, today).flatMap(({ action, open, ownerless, leads }) => {
    if (ownerless) return [gap('no-lead', [action.id])]
    return open && leads.length > 1 ? [gap('two-leads', [action.id, ...leads])] : []
  })
}

/** Stakeholders that nothing connects: no relation and no part in an action. */
export function isolatedStakeholders({ cards, links }: MappingGraph): CoordinationGap[] {
  const connected = new Set(links.flatMap(({ type, from, to }) => (type === 'relation' || type === 'duty' ? [from, to] : [])))
  return [...cards.values()].flatMap(({ id, kind, text }) =>
    kind === 'stakeholder' && text.trim() !== '' && !connected.has(id) ? [gap('isolated', [id])] : [],
  )
}

/** Stakeholders with more open actions than `OVERLOAD`, together with these actions. */
export function overloadedStakeholders(graph: MappingGraph, today: string): CoordinationGap[] {
  const leading = new Map<string, string[]>()
  const taking = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, id: string, actionId: string) => map.set(id, [...(map.get(id) ?? []), actionId])
  for (const { action, open, leads, supporters } of planRows(graph, today)) {
    if (!open) continue
    for (const id of leads) add(leading, id, action.id)
    for (const id of [...leads, ...supporters]) add(taking, id, action.id)
  }
  return [...taking].flatMap(([id, actions]) => {
    const leads = leading.get(id) ?? []
    if (leads.length < OVERLOAD.leads && actions.length < OVERLOAD.parts) return []
    return [gap('overloaded', [id, ...actions])]
  })
}

/** Bridges that lead one way, unless another one leads back. */
export function oneWayBridges({ links }: MappingGraph): CoordinationGap[] {
  const bridges = links.filter(({ type, relation }) => type === 'relation' && relation === BRIDGE)
  return bridges.flatMap((bridge) => {
    const goesBack = bridges.some(
      ({ from, to, bothWays }) => (from === bridge.to && to === bridge.from) || (bothWays && joins(from, to, bridge)),
    )
    return bridge.bothWays || goesBack ? [] : [gap('one-way-bridge', [bridge.from, bridge.to], [bridge.id])]
  })
}

function joins(a: string, b: string, { from, to }: { from: string; to: string }): boolean {
  return (a === from && b === to) || (a === to && b === from)
}

/** Tensions that no action is about: none that both have a part in, and no request made about them. Dropped ones do not count. */
export function tensionsWithoutAction(graph: MappingGraph): CoordinationGap[] {
  const { cards, links } = graph
  const partners = new Map<string, Set<string>>()
  for (const { type, from, to } of links) {
    if (type !== 'duty') continue
    const [stakeholderId, actionId] = cards.get(from)?.kind === 'stakeholder' ? [from, to] : [to, from]
    if (cards.get(actionId)?.status !== 'dropped') partners.set(actionId, (partners.get(actionId) ?? new Set()).add(stakeholderId))
  }
  const requested = new Set<string>()
  for (const { kind, request, status } of cards.values()) {
    if (kind === 'action' && request && status !== 'dropped') for (const id of request.about) requested.add(id)
  }
  return links.flatMap(({ id, type, state, from, to, alike }) => {
    if (type !== 'relation' || state !== 'tension' || [id, ...alike].some((link) => requested.has(link))) return []
    const together = [...partners.values()].some((its) => its.has(from) && its.has(to))
    return together ? [] : [gap('tension', [from, to], [id])]
  })
}

/** Open actions without a due date, and those whose date has passed. */
export function dateGaps(graph: MappingGraph, today: string): CoordinationGap[] {
  return planRows(graph, today).flatMap(({ action, undated, overdue }) => {
    if (undated) return [gap('no-date', [action.id])]
    return overdue ? [gap('overdue', [action.id])] : []
  })
}

function gap(rule: GapRule, cards: readonly string[], links: readonly string[] = []): CoordinationGap {
  return { id: [rule, ...(links.length > 0 ? links : cards.slice(0, 1))].join(' '), rule, cards, links }
}
