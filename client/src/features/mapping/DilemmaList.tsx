import { CircleDashed, Lightbulb, TriangleAlert } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import './coverage.css'
import type { CoverageSummary, OpenDilemma } from './coverage-summary.ts'

interface DilemmaListProps {
  coverage: CoverageSummary
  onGoTo: (cardId: string) => void
}

/** What still wants an answer: nothing at all first, then suggestions only. A click shows the card on the board. */
export function DilemmaList({ coverage, onGoTo }: DilemmaListProps) {
  const { t } = useText()
  const { total, open, weak, unusedRemedies } = coverage

  const group = (title: string, kind: 'open' | 'weak', dilemmas: readonly OpenDilemma[]) =>
    dilemmas.length > 0 && (
      <div className={`dilemmas dilemmas-${kind}`}>
        <h4>
          {kind === 'open' ? <TriangleAlert aria-hidden /> : <CircleDashed aria-hidden />}
          {title} <span className="tabular">{dilemmas.length}</span>
        </h4>
        <ul>
          {dilemmas.map(({ cardId, text }) => {
            const name = text || t('coverage.unnamed')
            return (
              <li key={cardId}>
                <button type="button" title={t('coverage.goTo', { name })} onClick={() => onGoTo(cardId)}>
                  {name}
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    )

  return (
    <div className="dilemma-groups">
      {total > 0 && open.length === 0 && weak.length === 0 && <p className="coverage-all">{t('coverage.allCovered')}</p>}
      {group(t('coverage.open'), 'open', open)}
      {group(t('coverage.weak'), 'weak', weak)}
      {total > 0 && unusedRemedies.length > 0 && (
        <p className="coverage-unused">
          <Lightbulb aria-hidden /> {t('coverage.unused', { count: unusedRemedies.length })}
        </p>
      )}
    </div>
  )
}
