import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import { planRows, type PlanRow } from '@remedyboard/shared/coordination/plan-rows'
import { responsibilityMatrix } from '@remedyboard/shared/coordination/responsibility'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { ChevronRight, CircleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import { planEdits } from '../session/plan-edits.ts'
import { targetName } from '../session/writing-target.ts'
import { localDate } from '../ui/local-date.ts'
import { useReadable } from '../ui/use-readable.ts'
import { PlanAction } from './PlanAction.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import { canSend, TextArea } from './TextArea.tsx'
import type { TaskProps } from './task-props.ts'
import { useUnfinished } from './use-unfinished.ts'
import './plan.css'

/** The plan: what will be done, and by whom and when. What is missing is said. */
export function PlanTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const graph = useReadable(boardMapping(session).graph)
  const today = localDate(session.serverNow())
  const rows = useMemo(() => planRows(graph, today), [graph, today])
  const stakeholders = useMemo(() => responsibilityMatrix(graph).stakeholders, [graph])
  const edits = planEdits(session)
  const [chosen, setChosen] = useState<string | null>(null)
  const [text, type] = useUnfinished(session, targetName({ kind: 'action' }))
  const mayAdd = canSend(text, CARD_LIMITS.textLength)
  const row = rows.find(({ action }) => action.id === chosen)

  if (row) {
    return <PlanAction session={session} row={row} stakeholders={stakeholders} edits={edits} onBack={() => setChosen(null)} />
  }
  const add = () => {
    if (!mayAdd) return
    const id = edits.add(text.trim())
    if (id === null) return
    type('')
    // What is new is filled in at once.
    setChosen(id)
  }
  return (
    <TaskFrame
      label={t('phone.task.plan')}
      footer={
        <>
          <span className="phone-left">{missingWords(t, rows)}</span>
          {text.trim() === '' && rows.length > 0 && phase ? (
            <ReadyButton session={session} />
          ) : (
            <button type="button" className="btn btn-primary btn-big" disabled={!mayAdd} onClick={add}>
              {t('phone.write.add')}
            </button>
          )}
        </>
      }
    >
      {rows.length === 0 && <p className="phone-quiet">{t('phone.plan.none')}</p>}
      <ul className="phone-list">
        {rows.map((each) => (
          <ActionRow key={each.action.id} row={each} stakeholders={stakeholders} onOpen={() => setChosen(each.action.id)} />
        ))}
      </ul>
      <TextArea
        label={t('plan.newAction')}
        placeholder={t('phone.plan.add')}
        value={text}
        most={CARD_LIMITS.textLength}
        onChange={type}
        onEnter={add}
      />
    </TaskFrame>
  )
}

function missingWords(t: ReturnType<typeof useText>['t'], rows: readonly PlanRow[]): string {
  const ownerless = rows.filter((row) => row.ownerless).length
  const undated = rows.filter((row) => row.undated).length
  return [
    ownerless > 0 ? t('plan.ownerlessCount', { count: ownerless }) : '',
    undated > 0 ? t('plan.undatedCount', { count: undated }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

interface ActionRowProps {
  row: PlanRow
  stakeholders: readonly MappingCard[]
  onOpen: () => void
}

function ActionRow({ row: { action, leads, ownerless, undated }, stakeholders, onOpen }: ActionRowProps) {
  const { t } = useText()
  const nameOf = (id: string) => stakeholders.find((each) => each.id === id)?.text || t('plan.unnamed')
  return (
    <li>
      <button type="button" className="phone-card phone-plan-row" data-kind="action" onClick={onOpen}>
        <span>
          <span className="phone-card-text">{action.text || t('plan.unnamed')}</span>
          <span className="phone-plan-what" data-wanting={ownerless || undated}>
            {(ownerless || undated) && <CircleAlert aria-hidden />}
            {[ownerless ? t('plan.noLead') : leads.map(nameOf).join('、'), undated ? t('plan.noDate') : (action.due ?? '')]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </span>
        <ChevronRight aria-hidden />
      </button>
    </li>
  )
}
