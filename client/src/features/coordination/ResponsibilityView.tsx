import { DUTIES } from '@remedyboard/shared/board/card'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { AddLine } from './AddLine.tsx'
import { DutyChooser, type ChosenCell } from './DutyChooser.tsx'
import { ResponsibilityGrid } from './ResponsibilityGrid.tsx'
import { useCoordinationEdits } from './use-coordination-edits.ts'
import type { Coordination } from './use-coordination.ts'

interface ResponsibilityViewProps {
  session: BoardSession
  coordination: Coordination
  onGoTo: (cardId: string) => void
}

/** The responsibility matrix with its legend, and lines for one more action or stakeholder. */
export function ResponsibilityView({ session, coordination, onGoTo }: ResponsibilityViewProps) {
  const { t } = useText()
  const edits = useCoordinationEdits(session)
  const rights = useReadable(session.rights)
  const [chosen, setChosen] = useState<ChosenCell | null>(null)
  const { matrix, gaps } = coordination
  const isEmpty = matrix.actions.length === 0 || matrix.stakeholders.length === 0
  return (
    <>
      <p className="raci-legend">
        {DUTIES.map((duty) => (
          <span key={duty}>
            <span className="raci-sign" data-duty={duty} aria-hidden>
              {t(`coordination.sign.${duty}`)}
            </span>{' '}
            {t(`coordination.duty.${duty}`)}
          </span>
        ))}
        <span className="raci-hint">{t('coordination.keys')}</span>
      </p>
      {isEmpty ? (
        <p className="coordination-empty">{t('coordination.emptyMatrix')}</p>
      ) : (
        <ResponsibilityGrid
          matrix={matrix}
          gaps={gaps}
          mayChange={rights.link}
          onGoTo={onGoTo}
          onChoose={setChosen}
          onSet={({ actionId, stakeholderId }, duty) => {
            edits.setDuty(actionId, stakeholderId, duty)
            announce(duty ? t(`coordination.duty.${duty}`) : t('coordination.duty.none'))
          }}
        />
      )}
      {rights.add && (
        <div className="raci-add">
          <AddLine label={t('plan.newAction')} onAdd={(text) => edits.addAction(text)} />
          <AddLine label={t('coordination.newStakeholder')} onAdd={(text) => edits.addStakeholder(text)} />
        </div>
      )}
      {chosen && (
        <DutyChooser
          key={`${chosen.actionId} ${chosen.stakeholderId}`}
          cell={chosen}
          duty={matrix.duties.get(chosen.actionId)?.get(chosen.stakeholderId)?.duty ?? null}
          onChoose={(duty) => edits.setDuty(chosen.actionId, chosen.stakeholderId, duty)}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  )
}
