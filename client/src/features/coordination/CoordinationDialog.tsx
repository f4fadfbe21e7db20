import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import './coordination-dialog.css'
import { InfluenceMap } from './InfluenceMap.tsx'
import { RelationsTable } from './RelationsTable.tsx'
import { ResponsibilityView } from './ResponsibilityView.tsx'
import type { Coordination } from './use-coordination.ts'

const VIEWS = ['matrix', 'influence', 'relations'] as const
export type CoordinationView = (typeof VIEWS)[number]

interface CoordinationDialogProps {
  session: BoardSession
  coordination: Coordination
  view: CoordinationView
  onView: (view: CoordinationView) => void
  onClose: () => void
  onGoTo: (cardId: string) => void
}

/** Matrix, influence and relations on the whole screen. */
export function CoordinationDialog({ session, coordination, view, onView, onClose, onGoTo }: CoordinationDialogProps) {
  const { t } = useText()
  const group = useId()
  const props = { session, coordination, onGoTo }
  return (
    <Dialog title={t('coordination.title')} closeLabel={t('app.close')} onClose={onClose} variant="full">
      <div className="coordination-dialog">
        <fieldset>
          <legend className="visually-hidden">{t('coordination.views')}</legend>
          <div className="segments">
            {VIEWS.map((one) => (
              <label key={one}>
                <input type="radio" name={group} checked={one === view} onChange={() => onView(one)} />
                <span>{t(`coordination.view.${one}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {view === 'matrix' ? (
          <ResponsibilityView {...props} />
        ) : view === 'influence' ? (
          <InfluenceMap {...props} />
        ) : (
          <RelationsTable {...props} />
        )}
      </div>
    </Dialog>
  )
}
