import { LocateFixed } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { ActionFields } from './ActionFields.tsx'
import { AddAction } from './AddAction.tsx'
import './plan-table.css'
import { planEdits } from '../../session/plan-edits.ts'
import { usePlan } from './use-plan.ts'

interface PlanDialogProps {
  session: BoardSession
  onClose: () => void
  onGoTo: (cardId: string) => void
}

/** The whole plan as a table, the earliest due first. It edits the same cards as the board. */
export function PlanDialog({ session, onClose, onGoTo }: PlanDialogProps) {
  const { t } = useText()
  const plan = usePlan(session)
  const edits = planEdits(session)
  const rights = useReadable(session.rights)
  const goTo = (cardId: string) => {
    onClose()
    onGoTo(cardId)
  }
  const heads = [
    t('plan.action'),
    t('plan.lead'),
    t('plan.supporters'),
    t('canvas.details.start'),
    t('canvas.details.due'),
    t('canvas.details.measure'),
    t('canvas.details.status'),
  ]
  return (
    <Dialog title={t('plan.title')} closeLabel={t('app.close')} onClose={onClose} variant="full">
      <div className="plan-table-scroll">
        <table className="plan-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t('plan.goTo')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row) => (
              <tr key={row.action.id} data-overdue={row.overdue} data-ownerless={row.ownerless} data-open={row.open}>
                <ActionFields session={session} plan={plan} row={row} layout="cells" onGoTo={goTo} />
                <td className="plan-cell">
                  <button
                    type="button"
                    className="btn btn-quiet btn-icon"
                    aria-label={`${t('plan.goTo')}: ${row.action.text || t('plan.unnamed')}`}
                    title={t('plan.goTo')}
                    onClick={() => goTo(row.action.id)}
                  >
                    <LocateFixed aria-hidden />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rights.add && <AddAction onAdd={(text) => void edits.add(text)} />}
      </div>
    </Dialog>
  )
}
