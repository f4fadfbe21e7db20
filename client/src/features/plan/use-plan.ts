import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { planRows, type PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { responsibilityMatrix } from '@remedyboard/shared/coordination/responsibility'
import { useMemo } from 'react'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { localDate } from '../../ui/local-date.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** The plan as it stands, with whom one could ask. */
export interface Plan {
  graph: MappingGraph
  rows: readonly PlanRow[]
  stakeholders: readonly MappingCard[]
  /** YYYY-MM-DD here */
  today: string
}

export function usePlan(session: BoardSession): Plan {
  const graph = useReadable(boardMapping(session).graph)
  const today = localDate(session.serverNow())
  return useMemo(
    () => ({ graph, today, rows: planRows(graph, today), stakeholders: responsibilityMatrix(graph).stakeholders }),
    [graph, today],
  )
}
