import { useText } from '../../i18n/use-text.ts'
import './coverage.css'
import type { CoverageSummary } from './coverage-summary.ts'

/** How much has an answer: solid = covered, hatched = suggestions only. */
export function CoverageBar({ coverage }: { coverage: CoverageSummary }) {
  const { t } = useText()
  const { total, covered, weak } = coverage
  const percent = (part: number) => `${total === 0 ? 0 : (part / total) * 100}%`
  return (
    <div className="coverage-meter">
      <p className="coverage-summary">{total === 0 ? t('coverage.none') : t('coverage.summary', { covered, total })}</p>
      {total > 0 && (
        <div className="coverage-bar" aria-hidden>
          <i className="coverage-bar-covered" style={{ width: percent(covered) }} />
          <i className="coverage-bar-weak" style={{ width: percent(weak.length) }} />
        </div>
      )}
    </div>
  )
}
