import { coverageRows, type CoverageRows, type RowFilter, type RowOrder } from '@remedyboard/shared/mapping/coverage-rows'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { addMerged } from '@remedyboard/shared/mapping/merge'
import { votesOf } from '@remedyboard/shared/workshop/votes-of'
import { useMemo } from 'react'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** What somebody looks at, in the list and in the matrix alike. */
interface MappingView {
  order: RowOrder
  filter: Omit<RowFilter, 'states'>
}

const views = new WeakMap<BoardSession, Cell<MappingView>>()

/** Kept for as long as the board is open: whoever comes back to the panel finds it as they left it. */
function viewOf(session: BoardSession): Cell<MappingView> {
  const known = views.get(session)
  if (known) return known
  const view = new Cell<MappingView>({ order: 'section', filter: {} })
  views.set(session, view)
  return view
}

export interface MappingViewNow extends MappingView, CoverageRows {
  graph: MappingGraph
  setOrder: (order: RowOrder) => void
  setFilter: (filter: Omit<RowFilter, 'states'>) => void
  /** text of a card, without outer spaces */
  textOf: (cardId: string) => string
}

/** Rows and columns as this person wants to see them, live. */
export function useMappingView(session: BoardSession): MappingViewNow {
  const view = viewOf(session)
  const { order, filter } = useReadable(view)
  const mapping = boardMapping(session)
  const graph = useReadable(mapping.graph)
  const coverage = useReadable(mapping.coverage)
  const { results } = useReadable(session.view)
  const rows = useMemo(
    () => coverageRows(graph, coverage, { order, filter, votes: addMerged(votesOf(results), graph) }),
    [graph, coverage, order, filter, results],
  )
  return {
    ...rows,
    order,
    filter,
    graph,
    setOrder: (next) => view.set({ ...view.get(), order: next }),
    setFilter: (next) => view.set({ ...view.get(), filter: next }),
    textOf: (cardId) => graph.cards.get(cardId)?.text.trim() ?? '',
  }
}
