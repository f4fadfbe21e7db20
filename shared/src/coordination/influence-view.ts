import { STANCES, type Stance } from '../board/card.ts'
import { MOST_INFLUENCE, type MappingCard } from '../mapping/mapping-card.ts'
import type { MappingGraph } from '../mapping/mapping-graph.ts'
import { comparePaperOrder } from '../mapping/paper-order.ts'
import { responsibilityMatrix } from './responsibility.ts'
import { isOpen } from './plan-rows.ts'

/**
 * What the columns of the view mean. `stance`: against, neutral, for (stakeholder analysis). `closeness`: what part somebody has in the
 * open actions: none, is informed or consulted, supports, leads.
 */
export const INFLUENCE_AXES = ['stance', 'closeness'] as const
export type InfluenceAxis = (typeof INFLUENCE_AXES)[number]

/** A stakeholder's place. Fractions of the whole view, from its top-left corner. */
export interface InfluencePlace {
  /** record id */
  cardId: string
  /** 0 = the left one: against, or no part */
  column: number
  /** 0 = the top one: the most influence */
  row: number
  /** middle of its slot */
  x: number
  y: number
  /** size of its slot: neighbours never overlap */
  w: number
  h: number
}

/** Stakeholders by influence, from the bottom up (Net-Map's towers: 0–3), and stance or closeness, from left to right. */
export interface InfluenceView {
  columns: number
  rows: number
  places: readonly InfluencePlace[]
  /** record ids of those of whom nobody has said enough to place them */
  unplaced: readonly string[]
}

/** Lower numbers are further to the left. */
const STANCE_COLUMN: Readonly<Record<Stance, number>> = { against: 0, neutral: 1, for: 2 }
const CLOSENESS_COLUMN = { none: 0, told: 1, support: 2, lead: 3 } as const

/**
 * Places all stakeholders. Those that share a cell share its room: side by side and one below the other, in the paper's order, as
 * many beside one another as keeps slots near `slotRatio` (width by height, so that a name fits) on a view of `viewRatio`.
 */
export function influenceView(
  graph: MappingGraph,
  axis: InfluenceAxis,
  { viewRatio = 1.5, slotRatio = 4 }: { viewRatio?: number; slotRatio?: number } = {},
): InfluenceView {
  const columnOf =
    axis === 'stance' ? ({ stance }: MappingCard) => (stance === null ? null : STANCE_COLUMN[stance]) : closenessColumns(graph)
  const columns = axis === 'stance' ? STANCES.length : Object.keys(CLOSENESS_COLUMN).length
  const rows = MOST_INFLUENCE + 1
  const cells = new Map<string, { column: number; row: number; ids: string[] }>()
  const unplaced: string[] = []
  const stakeholders = [...graph.cards.values()].filter(({ kind, text }) => kind === 'stakeholder' && text.trim() !== '')
  for (const card of stakeholders.sort(comparePaperOrder)) {
    const column = columnOf(card)
    if (column === null || card.influence === null) {
      unplaced.push(card.id)
      continue
    }
    const row = MOST_INFLUENCE - card.influence
    const cell = cells.get(`${column}|${row}`) ?? { column, row, ids: [] }
    cell.ids.push(card.id)
    cells.set(`${column}|${row}`, cell)
  }
  const cellRatio = (viewRatio * rows) / columns
  return { columns, rows, places: [...cells.values()].flatMap((cell) => slots(cell, columns, rows, cellRatio / slotRatio)), unplaced }
}

/** Shares a cell out. `ratio`: how many times as wide as a slot should be the cell is, for its height. */
function slots(
  { column, row, ids }: { column: number; row: number; ids: readonly string[] },
  columns: number,
  rows: number,
  ratio: number,
): InfluencePlace[] {
  const across = Math.min(ids.length, Math.max(1, Math.round(Math.sqrt(ids.length * ratio))))
  const down = Math.ceil(ids.length / across)
  const w = 1 / columns / across
  const h = 1 / rows / down
  return ids.map((cardId, i) => ({
    cardId,
    column,
    row,
    x: column / columns + ((i % across) + 0.5) * w,
    y: row / rows + (Math.floor(i / across) + 0.5) * h,
    w,
    h,
  }))
}

function closenessColumns(graph: MappingGraph): (card: MappingCard) => number {
  const { actions, duties } = responsibilityMatrix(graph)
  const closest = new Map<string, number>()
  for (const action of actions.filter(isOpen)) {
    for (const [stakeholderId, { duty }] of duties.get(action.id) ?? []) {
      const column = duty === 'lead' || duty === 'support' ? CLOSENESS_COLUMN[duty] : CLOSENESS_COLUMN.told
      closest.set(stakeholderId, Math.max(closest.get(stakeholderId) ?? 0, column))
    }
  }
  return ({ id }) => closest.get(id) ?? CLOSENESS_COLUMN.none
}
