import { GAP_RULES, type CoordinationGap } from '@remedyboard/shared/coordination/coordination-rules'
import { ChevronRight, CircleCheck } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { GapItem } from './GapItem.tsx'
import type { Coordination } from './use-coordination.ts'

interface GapListProps {
  session: BoardSession
  coordination: Coordination
  onGoTo: (cardId: string) => void
}

/** What the rules find, rule by rule, each with its reason in plain words. */
export function GapList({ session, coordination, onGoTo }: GapListProps) {
  const { t } = useText()
  const { gaps, matrix } = coordination
  const byRule = GAP_RULES.map((rule) => ({ rule, found: gaps.filter((gap) => gap.rule === rule) })).filter(({ found }) => found.length > 0)
  if (matrix.actions.length === 0 && matrix.stakeholders.length === 0)
    return <p className="coordination-empty">{t('coordination.empty')}</p>
  return (
    <>
      <h4 className="coordination-heading">{t('coordination.gaps', { count: gaps.length })}</h4>
      {gaps.length === 0 && (
        <p className="coordination-fine">
          <CircleCheck aria-hidden /> {t('coordination.noGaps')}
        </p>
      )}
      {byRule.map(({ rule, found }, i) => (
        <details key={rule} className="gap-rule" open={i === 0 && found.length <= 5}>
          <summary>
            <ChevronRight aria-hidden /> <span>{t(`coordination.rule.${rule}`)}</span>
            <span className="chip tabular">{found.length}</span>
          </summary>
          <p className="gap-why">{t(`coordination.why.${rule}`)}</p>
          <ul>
            {found.map((gap: CoordinationGap) => (
              <GapItem key={gap.id} session={session} coordination={coordination} gap={gap} onGoTo={onGoTo} />
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
