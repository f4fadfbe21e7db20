import type { PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { Leaf, Table2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { ActionForm } from './ActionForm.tsx'
import { AddAction } from './AddAction.tsx'
import './plan.css'
import { PlanList } from './PlanList.tsx'
import { RemedyPicker } from './RemedyPicker.tsx'
import { planEdits } from '../../session/plan-edits.ts'
import { usePlan } from './use-plan.ts'

const PlanDialog = lazy(async () => ({ default: (await import('./PlanDialog.tsx')).PlanDialog }))

interface PlanPanelProps {
  session: BoardSession
  onGoTo: (cardId: string) => void
}

/** Who does what by when: the actions, one of them opened, and the ways to new ones. */
export function PlanPanel({ session, onGoTo }: PlanPanelProps) {
  const { t } = useText()
  const plan = usePlan(session)
  const edits = planEdits(session)
  const rights = useReadable(session.rights)
  const [opened, setOpened] = useState<string | null>(null)
  const [picking, setPicking] = useState(false)
  const [tableOpen, setTableOpen] = useState(false)
  const { rows } = plan
  const row = rows.find(({ action }) => action.id === opened)

  if (row) {
    return (
      <section className="panel-section plan" aria-label={t('plan.title')}>
        <ActionForm key={row.action.id} session={session} plan={plan} row={row} onOpen={setOpened} onGoTo={onGoTo} />
      </section>
    )
  }
  if (picking) {
    return (
      <section className="panel-section plan" aria-label={t('plan.title')}>
        <RemedyPicker
          graph={plan.graph}
          onBack={() => setPicking(false)}
          onPick={(remedyId) => {
            setPicking(false)
            setOpened(edits.fromRemedy(remedyId))
          }}
        />
      </section>
    )
  }
  return (
    <section className="panel-section plan" aria-label={t('plan.title')}>
      <div className="panel-heading">
        <h3>{t('plan.title')}</h3>
        {rows.length > 0 && (
          <button type="button" className="btn plan-table-open" onClick={() => setTableOpen(true)}>
            <Table2 aria-hidden /> {t('plan.table')}
          </button>
        )}
      </div>
      <Wanting rows={rows} />
      {rows.length === 0 && <p className="plan-empty">{t('plan.empty')}</p>}
      <PlanList plan={plan} onOpen={setOpened} />
      {rights.add && (
        <div className="plan-new">
          <button type="button" className="btn" onClick={() => setPicking(true)}>
            <Leaf aria-hidden /> {t('plan.fromRemedy')}
          </button>
          <AddAction onAdd={(text) => setOpened(edits.add(text))} />
        </div>
      )}
      {tableOpen && (
        <Suspense fallback={null}>
          <PlanDialog session={session} onClose={() => setTableOpen(false)} onGoTo={onGoTo} />
        </Suspense>
      )}
    </section>
  )
}

/** What the plan still lacks, in numbers. */
function Wanting({ rows }: { rows: readonly PlanRow[] }) {
  const { t } = useText()
  const count = (field: 'overdue' | 'ownerless' | 'undated') => rows.filter((row) => row[field]).length
  const overdue = count('overdue')
  const ownerless = count('ownerless')
  const undated = count('undated')
  if (overdue + ownerless + undated === 0) return null
  return (
    <p className="plan-wanting">
      {overdue > 0 && <span className="chip chip-danger">{t('plan.overdueCount', { count: overdue })}</span>}
      {ownerless > 0 && <span className="chip chip-warn">{t('plan.ownerlessCount', { count: ownerless })}</span>}
      {undated > 0 && <span className="chip chip-warn">{t('plan.undatedCount', { count: undated })}</span>}
    </p>
  )
}
