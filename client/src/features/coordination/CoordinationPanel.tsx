import { ArrowLeftRight, Grid3x3, ScatterChart } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { CoordinationView } from './CoordinationDialog.tsx'
import './coordination.css'
import { GapList } from './GapList.tsx'
import { useCoordination } from './use-coordination.ts'

const CoordinationDialog = lazy(async () => ({ default: (await import('./CoordinationDialog.tsx')).CoordinationDialog }))

const VIEWS = [
  ['matrix', Grid3x3],
  ['influence', ScatterChart],
  ['relations', ArrowLeftRight],
] as const

interface CoordinationPanelProps {
  session: BoardSession
  onGoTo: (cardId: string) => void
}

/** How people work together: the ways to matrix, influence and relations, and what the rules find. */
export function CoordinationPanel({ session, onGoTo }: CoordinationPanelProps) {
  const { t } = useText()
  const coordination = useCoordination(session)
  const [view, setView] = useState<CoordinationView | null>(null)
  return (
    <section className="panel-section coordination" aria-label={t('coordination.title')}>
      <h3>{t('coordination.title')}</h3>
      <div className="coordination-views">
        {VIEWS.map(([name, Icon]) => (
          <button key={name} type="button" className="btn" onClick={() => setView(name)}>
            <Icon aria-hidden /> {t(`coordination.view.${name}`)}
          </button>
        ))}
      </div>
      <GapList session={session} coordination={coordination} onGoTo={onGoTo} />
      {view && (
        <Suspense fallback={null}>
          <CoordinationDialog
            session={session}
            coordination={coordination}
            view={view}
            onView={setView}
            onClose={() => setView(null)}
            onGoTo={(cardId) => {
              setView(null)
              onGoTo(cardId)
            }}
          />
        </Suspense>
      )}
    </section>
  )
}
