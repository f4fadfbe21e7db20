import type { CanvasApi } from '../canvas/canvas-api.ts'
import { AgendaList } from '../features/agenda/AgendaList.tsx'
import { PhaseCard } from '../features/agenda/PhaseCard.tsx'
import { CoveragePanel } from '../features/coverage/CoveragePanel.tsx'
import type { CoverageSummary } from '../features/coverage/use-coverage.ts'
import type { Follow } from '../features/people/follow.ts'
import { PeoplePanel } from '../features/people/PeoplePanel.tsx'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useCanvasValue } from './use-canvas-value.ts'

interface WorkshopPanelProps {
  session: BoardSession
  canvas: CanvasApi | null
  coverage: CoverageSummary
  follow: Follow | undefined
  onGoToCard: (cardId: string) => void
  onGoToArea: (area: string) => void
}

/** Where the workshop stands. Facilitators steer from here; participants see the same without the controls. */
export function WorkshopPanel({ session, canvas, coverage, follow, onGoToCard, onGoToArea }: WorkshopPanelProps) {
  const { me } = useReadable(session.view)
  const weakLinksShown = useCanvasValue(canvas, (api) => api.weakLinksShown, false)
  const canSteer = me.role === 'facilitator'
  return (
    <div className="workshop-panel">
      <PhaseCard session={session} canSteer={canSteer} onShowArea={onGoToArea} />
      <CoveragePanel
        coverage={coverage}
        onGoTo={onGoToCard}
        weakLinksShown={weakLinksShown}
        onShowWeakLinks={(shown) => canvas?.showWeakLinks(shown)}
      />
      <AgendaList session={session} canSteer={canSteer} />
      <PeoplePanel session={session} follow={follow} />
    </div>
  )
}
