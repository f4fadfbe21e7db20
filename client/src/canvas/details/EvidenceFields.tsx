import { useText } from '../../i18n/use-text.ts'
import type { PlainField } from './change-cards.ts'
import { DraftField } from './DraftField.tsx'
import { parsePeople } from './parse-people.ts'
import { MIXED, type Shared } from './shared-value.ts'

interface EvidenceFieldsProps {
  place: Shared<string | undefined>
  period: Shared<string | undefined>
  affected: Shared<number | undefined>
  localCase: Shared<string | undefined>
  open: boolean
  onWrite: (field: PlainField) => (typed: string) => string | null
  onAffected: (people: number | undefined) => void
}

/** Where and when it was seen, how many people it concerns, and a case: asked for only by those who open it. */
export function EvidenceFields({ place, period, affected, localCase, open, onWrite, onAffected }: EvidenceFieldsProps) {
  const { t } = useText()
  return (
    <details className="rb-evidence" open={open || undefined}>
      <summary>{t('canvas.details.evidence')}</summary>
      <div className="rb-two">
        <DraftField label={t('canvas.details.place')} value={place} maxLength={120} onCommit={onWrite('place')} />
        <DraftField
          label={t('canvas.details.period')}
          value={period}
          maxLength={120}
          placeholder={t('canvas.details.periodHint')}
          onCommit={onWrite('period')}
        />
      </div>
      <DraftField
        label={t('canvas.details.affected')}
        value={affected === MIXED || affected === undefined ? affected : String(affected)}
        inputMode="numeric"
        maxLength={20}
        onCommit={(typed) => {
          const people = parsePeople(typed)
          if (people === undefined) return t('canvas.details.affectedWrong')
          onAffected(people ?? undefined)
          return null
        }}
      />
      <DraftField label={t('canvas.details.case')} value={localCase} long maxLength={2_000} onCommit={onWrite('case')} />
    </details>
  )
}
