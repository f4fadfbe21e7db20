import { ChevronDown } from 'lucide-react'
import { AgendaStrip } from '../features/agenda/AgendaStrip.tsx'
import { StripControls } from '../features/agenda/StripControls.tsx'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

interface BoardStripProps {
  session: BoardSession
  onOpen: () => void
}

/** The workshop in one line on narrow screens; a tap opens the panel; facilitators need not open it to go on. */
export function BoardStrip({ session, onOpen }: BoardStripProps) {
  const { t } = useText()
  const { agenda, me } = useReadable(session.view)
  const { covered, total } = useReadable(boardMapping(session).coverage)
  const steers = me.role === 'facilitator' && agenda.length > 0
  return (
    <div className="board-strip">
      <button type="button" className="board-strip-open" title={t('board.showPanel')} aria-haspopup="dialog" onClick={onOpen}>
        {agenda.length > 0 ? <AgendaStrip session={session} /> : <span className="board-strip-name">{t('board.panel')}</span>}
        {!steers && total > 0 && (
          <span className="board-strip-coverage tabular">
            <span aria-hidden>{t('coverage.short', { covered, total })}</span>
            <span className="visually-hidden">{t('coverage.summary', { covered, total })}</span>
          </span>
        )}
        <ChevronDown aria-hidden />
      </button>
      {steers && <StripControls session={session} />}
    </div>
  )
}
