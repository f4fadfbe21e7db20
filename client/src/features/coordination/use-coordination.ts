import { coordinationGaps, type CoordinationGap } from '@remedyboard/shared/coordination/coordination-rules'
import { responsibilityMatrix, type ResponsibilityMatrix } from '@remedyboard/shared/coordination/responsibility'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { useMemo } from 'react'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { localDate } from '../../ui/local-date.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** How people work together, as it stands. */
export interface Coordination {
  graph: MappingGraph
  matrix: ResponsibilityMatrix
  gaps: readonly CoordinationGap[]
}

export function useCoordination(session: BoardSession): Coordination {
  const graph = useReadable(boardMapping(session).graph)
  const today = localDate(session.serverNow())
  return useMemo(() => ({ graph, matrix: responsibilityMatrix(graph), gaps: coordinationGaps(graph, today) }), [graph, today])
}
