import type { RowAnswer } from '@remedyboard/shared/mapping/coverage-rows'
import { useText } from '../../i18n/use-text.ts'
import { BasisMark, basisOf } from './BasisMark.tsx'

interface CellReadingProps {
  dilemma: string
  remedy: string
  /** undefined = nothing links the two */
  answer: RowAnswer | undefined
}

/** What a cell of the matrix says, in words: the two cards, why one answers the other, and who says so. */
export function CellReading({ dilemma, remedy, answer }: CellReadingProps) {
  const { t } = useText()
  const basis = answer && basisOf(answer)
  const reasons = [...new Set(answer?.links.flatMap(({ rationale, note }) => [rationale, note]))].filter(
    (reason) => reason !== null && reason !== '',
  )
  return (
    <div className="cell-reading">
      <p className="cell-cards">
        <span className="cell-dilemma">{dilemma}</span>
        <span aria-hidden> → </span>
        <span className="cell-remedy">{remedy}</span>
      </p>
      <p className="cell-basis">
        {answer && basis ? (
          <>
            <BasisMark basis={basis} inherited={answer.inherited} />
            {answer.inherited ? t('mapping.inheritedAs', { basis: t(`canvas.line.${basis}`) }) : t(`canvas.line.${basis}`)}
          </>
        ) : (
          t('mapping.noLink')
        )}
        {reasons.length > 0 && <span className="cell-reason"> · {reasons.join(' · ')}</span>}
      </p>
    </div>
  )
}
