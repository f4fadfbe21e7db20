import { Target } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Popover } from '../../ui/Popover.tsx'
import { CoverageBar } from './CoverageBar.tsx'
import './coverage.css'
import { DilemmaList } from './DilemmaList.tsx'
import { useCoverageSummary } from './use-coverage-summary.ts'

interface CoverageChipProps {
  session: BoardSession
  onGoTo: (cardId: string) => void
}

/** The live count in the header; a click lists what still wants an answer. */
export function CoverageChip({ session, onGoTo }: CoverageChipProps) {
  const { t } = useText()
  const coverage = useCoverageSummary(session)
  const { total, covered } = coverage
  if (total === 0) return null
  const summary = t('coverage.summary', { covered, total })
  return (
    <Popover
      buttonClass="coverage-chip"
      title={t('coverage.listOpen')}
      button={
        <>
          <Target aria-hidden />
          <span className="coverage-words">{summary}</span>
          <span className="coverage-short tabular" aria-hidden>
            {t('coverage.short', { covered, total })}
          </span>
        </>
      }
    >
      {(close) => (
        <div className="coverage-popover">
          <CoverageBar coverage={coverage} />
          <DilemmaList
            coverage={coverage}
            onGoTo={(id) => {
              close()
              onGoTo(id)
            }}
          />
        </div>
      )}
    </Popover>
  )
}
