import { Table2 } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { CoverageBar } from './CoverageBar.tsx'
import { DilemmaRows, type PathActions } from './DilemmaRows.tsx'
import { GapPrompts } from './GapPrompts.tsx'
import './mapping.css'
import { MergedCards } from './MergedCards.tsx'
import { useMappingView } from './mapping-view.ts'
import { RemedyRows } from './RemedyRows.tsx'
import { RowControls } from './RowControls.tsx'
import { SimilarCards } from './SimilarCards.tsx'
import { useCoverageSummary } from './use-coverage-summary.ts'

const MatrixDialog = lazy(async () => ({ default: (await import('./MatrixDialog.tsx')).MatrixDialog }))

interface MappingPanelProps extends PathActions {
  session: BoardSession
  weakLinksShown: boolean
  onShowWeakLinks: (shown: boolean) => void
}

/** Lists of dilemmas, and of remedies. */
const LISTS = [
  ['all', 'open', 'weak'],
  ['remedies', 'unused'],
] as const
type List = (typeof LISTS)[number][number]

/** Which dilemma has which remedy: how far the group is, what is still open, what nobody uses; and the way to the matrix. */
export function MappingPanel({ session, onGoTo, onPoint, weakLinksShown, onShowWeakLinks }: MappingPanelProps) {
  const { t } = useText()
  const summary = useCoverageSummary(session)
  const view = useMappingView(session)
  const [list, setList] = useState<List>('all')
  const [matrixOpen, setMatrixOpen] = useState(false)
  // Leaving the panel leaves nothing lit.
  useEffect(() => () => onPoint([]), [onPoint])

  const { rows, columns, progress, filter } = view
  const listed = {
    all: rows,
    open: rows.filter(({ state }) => state === 'open'),
    weak: rows.filter(({ state }) => state === 'weak'),
    remedies: columns,
    unused: columns.filter(({ unused }) => unused),
  }
  const names = {
    all: t('mapping.dilemmas'),
    open: t('mapping.open'),
    weak: t('mapping.weak'),
    remedies: t('mapping.remedies'),
    unused: t('mapping.unused'),
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const actions = { onGoTo, onPoint }

  return (
    <>
      <section className="panel-section" aria-label={t('coverage.title')}>
        <CoverageBar coverage={summary} />
        <button type="button" className="btn matrix-open" disabled={rows.length === 0} onClick={() => setMatrixOpen(true)}>
          <Table2 aria-hidden /> {t('mapping.matrixOpen')}
        </button>
        <label className="switch" title={t('board.weakLinksHint')}>
          <input
            type="checkbox"
            role="switch"
            checked={weakLinksShown}
            aria-checked={weakLinksShown}
            onChange={(event) => onShowWeakLinks(event.target.checked)}
          />
          <span>{t('board.weakLinks')}</span>
        </label>
      </section>
      {(summary.total > 0 || columns.length > 0) && (
        <section className="panel-section" aria-label={t('mapping.lists')}>
          <div role="group" aria-label={t('mapping.lists')} className="mapping-lists">
            {LISTS.map((some) => (
              <div key={some[0]}>
                {some.map((each) => (
                  <button key={each} type="button" className="mapping-list" aria-pressed={each === list} onClick={() => setList(each)}>
                    {names[each]} <span className="tabular">{listed[each].length}</span>
                  </button>
                ))}
              </div>
            ))}
          </div>
          <RowControls session={session} view={view} />
          {isFiltered && <p className="mapping-shown">{t('mapping.shown', progress)}</p>}
          {listed[list].length === 0 && <p className="mapping-nothing">{isFiltered ? t('mapping.nothing') : t('mapping.noneOpen')}</p>}
          {list === 'remedies' || list === 'unused' ? (
            <RemedyRows columns={listed[list]} view={view} {...actions} />
          ) : (
            <DilemmaRows rows={listed[list]} view={view} {...actions} />
          )}
        </section>
      )}
      <GapPrompts view={view} {...actions} />
      <SimilarCards session={session} {...actions} />
      <MergedCards session={session} {...actions} />
      {matrixOpen && (
        <Suspense>
          <MatrixDialog
            session={session}
            onClose={() => setMatrixOpen(false)}
            onGoTo={(id) => {
              setMatrixOpen(false)
              onGoTo(id)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
