import { ChevronRight, CircleDashed, TriangleAlert } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { CoverageBar } from './CoverageBar.tsx'
import './coverage.css'
import { DilemmaList } from './DilemmaList.tsx'
import { useCoverageSummary } from './use-coverage-summary.ts'

interface MappingPanelProps {
  session: BoardSession
  onGoTo: (cardId: string) => void
  weakLinksShown: boolean
  onShowWeakLinks: (shown: boolean) => void
}

/** Coverage in the side panel: the bar, the open dilemmas, and the switch for links that are only suggestions. */
export function MappingPanel({ session, onGoTo, weakLinksShown, onShowWeakLinks }: MappingPanelProps) {
  const { t } = useText()
  const coverage = useCoverageSummary(session)
  const { open, weak } = coverage
  const wanting = open.length + weak.length
  return (
    <section className="panel-section" aria-label={t('coverage.title')}>
      <div className="panel-heading">
        <h3>{t('coverage.title')}</h3>
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
      </div>
      <CoverageBar coverage={coverage} />
      {coverage.total > 0 && (
        <details className="coverage-details">
          <summary>
            <ChevronRight aria-hidden />
            {wanting > 0 ? t('coverage.list') : t('coverage.allCovered')}
            {open.length > 0 && (
              <span className="coverage-count coverage-count-open tabular">
                <TriangleAlert aria-hidden /> <span className="visually-hidden">{t('coverage.open')}: </span>
                {open.length}
              </span>
            )}
            {weak.length > 0 && (
              <span className="coverage-count coverage-count-weak tabular">
                <CircleDashed aria-hidden /> <span className="visually-hidden">{t('coverage.weak')}: </span>
                {weak.length}
              </span>
            )}
          </summary>
          <DilemmaList coverage={coverage} onGoTo={onGoTo} />
        </details>
      )}
    </section>
  )
}
