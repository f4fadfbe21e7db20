import { AgendaStrip } from '../features/agenda/AgendaStrip.tsx'
import { StripControls } from '../features/agenda/StripControls.tsx'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

interface PanelStripProps {
  session: BoardSession
  /** over what is scrolled below it, instead of taking room */
  floats: boolean
  /** Shows the step's card. */
  onOpen: () => void
}

/** The running step in one line at the panel's upper edge: who reads results or the matrix sees how long it takes, and can go on. */
export function PanelStrip({ session, floats, onOpen }: PanelStripProps) {
  const { t } = useText()
  const { phaseId, me } = useReadable(session.view)
  if (phaseId === null) return null
  return (
    <div className={floats ? 'panel-strip panel-strip-floating' : 'panel-strip'}>
      <div className="board-strip">
        <button
          type="button"
          className="board-strip-open"
          title={t('board.showStep')}
          onClick={({ currentTarget }) => {
            currentTarget.closest('.tab-panel')?.scrollTo({ top: 0 })
            onOpen()
          }}
        >
          <AgendaStrip session={session} />
        </button>
        {me.role === 'facilitator' && <StripControls session={session} />}
      </div>
    </div>
  )
}
