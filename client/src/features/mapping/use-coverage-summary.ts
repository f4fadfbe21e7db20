import { useMemo } from 'react'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { coverageSummary, type CoverageSummary } from './coverage-summary.ts'

/** Coverage of the open board in few words, live. */
export function useCoverageSummary(session: BoardSession): CoverageSummary {
  const mapping = boardMapping(session)
  const coverage = useReadable(mapping.coverage)
  const graph = useReadable(mapping.graph)
  return useMemo(() => coverageSummary(coverage, graph, session.index.visible), [session, coverage, graph])
}
