import type { LinkBasis, Setting } from '../board/card.ts'
import type { Coverage, CoverageState, CoverageUnit } from './coverage.ts'
import type { MappingCard } from './mapping-card.ts'
import type { MappingGraph } from './mapping-graph.ts'
import { isAnswer, type MappingLink } from './mapping-link.ts'
import { comparePaperOrder } from './paper-order.ts'

/**
 * How rows and columns are sorted. `section`: as in the paper, people's own cards after it. `kind`: by family, which is the dilemma or
 * remedy at the top of the branch. `links`: what needs attention first, which is dilemmas with the fewest answers and remedies with
 * the most. `votes`: most votes first. What is equal keeps the order of `section`.
 */
export const ROW_ORDERS = ['section', 'kind', 'links', 'votes'] as const
export type RowOrder = (typeof ROW_ORDERS)[number]

/** Which rows are shown; what is left out shows all. */
export interface RowFilter {
  /** stable name of the area that a dilemma stands in */
  area?: string
  /** a tag of the dilemma */
  tag?: string
  /** dilemmas and remedies of this setting; those of `both`, and those of which nobody has said it, belong to either */
  setting?: Exclude<Setting, 'both'>
  /** only answers on this basis, and the dilemmas that have one */
  basis?: LinkBasis
  /** only dilemmas that stand like this */
  states?: readonly CoverageState[]
}

/** What one dilemma has to do with one remedy: a cell of the matrix. */
export interface RowAnswer {
  /** record id of the remedy */
  remedyId: string
  /** suggestions only */
  weak: boolean
  /** the links belong to the dilemma above, from which this one inherits */
  inherited: boolean
  links: readonly MappingLink[]
}

/** A dilemma that wants an answer. */
export interface CoverageRow {
  /** record id of the dilemma */
  cardId: string
  state: CoverageState
  /** record id of the dilemma above whose links count; null = its own do */
  inheritedFrom: string | null
  /** cells that are not empty, strong ones first, then in the paper's order */
  answers: readonly RowAnswer[]
  /** record id of the dilemma at the top of its branch; its own when it has none above it */
  family: string
  votes: number
}

/** A remedy. */
export interface CoverageColumn {
  /** record id of the remedy */
  cardId: string
  /** how many dilemmas it answers by links of their own; as on its card */
  dilemmas: number
  /** at the end of its branch and answering nothing, not even by inheritance */
  unused: boolean
  /** record id of the remedy at the top of its branch */
  family: string
  votes: number
}

/** Coverage as list and matrix show it. */
export interface CoverageRows {
  rows: readonly CoverageRow[]
  columns: readonly CoverageColumn[]
  /** of the shown part of the board, whatever states are shown */
  progress: { covered: number; total: number }
  /** record ids of the remedies that answer the most dilemmas; empty when none answers two */
  mostLoaded: readonly string[]
}

/** Sorts and filters the board's coverage. `votes` by card id; votes of merged cards count for their targets beforehand (`addMerged`). */
export function coverageRows(
  graph: MappingGraph,
  coverage: Coverage,
  options: { order?: RowOrder; filter?: RowFilter; votes?: ReadonlyMap<string, number> } = {},
): CoverageRows {
  const { order = 'section', filter = {}, votes = new Map<string, number>() } = options
  const { cards } = graph
  const inSetting = ({ setting }: MappingCard) =>
    filter.setting === undefined || setting === null || setting === 'both' || setting === filter.setting

  const inScope = coverage.units.flatMap((unit) => {
    const card = cards.get(unit.cardId)
    if (!card || !inSetting(card)) return []
    if (filter.area !== undefined && card.area !== filter.area) return []
    if (filter.tag !== undefined && !card.tags.includes(filter.tag)) return []
    const row = rowOf(unit, cards, votes, filter.basis)
    return filter.basis === undefined || row.answers.length > 0 ? [row] : []
  })
  const rows = inScope.filter(({ state }) => filter.states?.includes(state) ?? true)

  const columns = columnsOf(graph, coverage, votes).filter(({ cardId }) => {
    const card = cards.get(cardId)
    return card !== undefined && inSetting(card)
  })
  const most = Math.max(0, ...columns.map(({ dilemmas }) => dilemmas))
  const byPaper = comparingCards(cards)
  return {
    rows: rows.sort((a, b) => compareRows(a, b, order, byPaper)),
    columns: columns.sort((a, b) => compareColumns(a, b, order, byPaper)),
    progress: { covered: inScope.filter(({ state }) => state === 'covered').length, total: inScope.length },
    mostLoaded: most < 2 ? [] : columns.filter(({ dilemmas }) => dilemmas === most).map(({ cardId }) => cardId),
  }
}

function rowOf(
  unit: CoverageUnit,
  cards: ReadonlyMap<string, MappingCard>,
  votes: ReadonlyMap<string, number>,
  basis: LinkBasis | undefined,
): CoverageRow {
  const { cardId, state, links, inheritedFrom = null } = unit
  const byRemedy = new Map<string, MappingLink[]>()
  for (const link of links) {
    if (basis !== undefined && link.basis !== basis) continue
    const remedyId = cards.get(link.from)?.kind === 'remedy' ? link.from : link.to
    byRemedy.set(remedyId, [...(byRemedy.get(remedyId) ?? []), link])
  }
  const byPaper = comparingCards(cards)
  const answers = [...byRemedy]
    .map(([remedyId, its]) => ({ remedyId, weak: !its.some(isAnswer), inherited: inheritedFrom !== null, links: its }))
    .sort((a, b) => Number(a.weak) - Number(b.weak) || byPaper(a.remedyId, b.remedyId))
  return { cardId, state, inheritedFrom, answers, family: familyOf(cardId, cards), votes: votes.get(cardId) ?? 0 }
}

/** Remedies at the end of a branch, and every other that somebody has linked to a dilemma. */
function columnsOf(
  { cards, links }: MappingGraph,
  { remedies, unusedRemedies }: Coverage,
  votes: ReadonlyMap<string, number>,
): CoverageColumn[] {
  const dilemmas = new Map(remedies.map(({ cardId }) => [cardId, new Set<string>()]))
  for (const link of links) {
    if (link.type !== 'answer') continue
    const [remedyId, dilemmaId] = cards.get(link.from)?.kind === 'remedy' ? [link.from, link.to] : [link.to, link.from]
    const its = dilemmas.get(remedyId) ?? new Set<string>()
    if (isAnswer(link)) its.add(dilemmaId)
    dilemmas.set(remedyId, its)
  }
  const unused = new Set(unusedRemedies)
  return [...dilemmas].map(([cardId, its]) => ({
    cardId,
    dilemmas: its.size,
    unused: unused.has(cardId),
    family: familyOf(cardId, cards),
    votes: votes.get(cardId) ?? 0,
  }))
}

/** The card at the top of the branch, of the same kind. In a circle of parents the smallest id stands for all. */
export function familyOf(cardId: string, cards: ReadonlyMap<string, MappingCard>): string {
  const kind = cards.get(cardId)?.kind
  const visited = new Set<string>()
  for (let at = cardId; ;) {
    visited.add(at)
    const parent = cards.get(at)?.parent
    if (parent === undefined || parent === null || cards.get(parent)?.kind !== kind) return at
    if (visited.has(parent)) {
      const way = [...visited]
      return way.slice(way.indexOf(parent)).reduce((least, id) => (id < least ? id : least))
    }
    at = parent
  }
}

type CompareIds = (a: string, b: string) => number

function comparingCards(cards: ReadonlyMap<string, MappingCard>): CompareIds {
  const nameless = (id: string) => ({ id, paper: null, section: null })
  return (a, b) => comparePaperOrder(cards.get(a) ?? nameless(a), cards.get(b) ?? nameless(b))
}

const ATTENTION: Readonly<Record<CoverageState, number>> = { open: 0, weak: 1, covered: 2 }

function compareRows(a: CoverageRow, b: CoverageRow, order: RowOrder, byPaper: CompareIds): number {
  const strong = ({ answers }: CoverageRow) => answers.filter(({ weak }) => !weak).length
  const first = {
    section: 0,
    kind: byPaper(a.family, b.family),
    links: ATTENTION[a.state] - ATTENTION[b.state] || strong(a) - strong(b),
    votes: b.votes - a.votes,
  }[order]
  return first || byPaper(a.cardId, b.cardId)
}

function compareColumns(a: CoverageColumn, b: CoverageColumn, order: RowOrder, byPaper: CompareIds): number {
  const first = {
    section: 0,
    kind: byPaper(a.family, b.family),
    links: b.dilemmas - a.dilemmas,
    votes: b.votes - a.votes,
  }[order]
  return first || byPaper(a.cardId, b.cardId)
}
