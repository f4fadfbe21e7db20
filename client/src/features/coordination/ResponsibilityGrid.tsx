import type { Duty } from '@remedyboard/shared/board/card'
import type { CoordinationGap } from '@remedyboard/shared/coordination/coordination-rules'
import type { ResponsibilityMatrix } from '@remedyboard/shared/coordination/responsibility'
import { TriangleAlert } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { gridStep, type GridCell } from '../../ui/grid-step.ts'
import { isComposing } from '../../ui/is-composing.ts'
import type { ChosenCell } from './DutyChooser.tsx'

interface ResponsibilityGridProps {
  matrix: ResponsibilityMatrix
  gaps: readonly CoordinationGap[]
  mayChange: boolean
  onGoTo: (cardId: string) => void
  onChoose: (cell: ChosenCell) => void
  onSet: (cell: { actionId: string; stakeholderId: string }, duty: Duty | null) => void
}

/** Letters and digits that set a cell. Digits also work while an input method is at work. */
const KEYS: Readonly<Record<string, Duty | null>> = {
  l: 'lead',
  s: 'support',
  c: 'consult',
  i: 'inform',
  1: 'lead',
  2: 'support',
  3: 'consult',
  4: 'inform',
  0: null,
  Delete: null,
  Backspace: null,
}

/** Chinese stands upright in a vertical line; other scripts lie on their side. */
const HAN = /\p{Script=Han}/u

/** Actions × stakeholders. One stop for Tab; arrows lead from cell to cell (ARIA's grid pattern). */
export function ResponsibilityGrid({ matrix, gaps, mayChange, onGoTo, onChoose, onSet }: ResponsibilityGridProps) {
  const { t } = useText()
  const table = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<GridCell>({ row: 1, column: 1 })
  const { actions, stakeholders, duties } = matrix
  const last = { row: actions.length, column: stakeholders.length }
  // Rows and columns go while the others work: the cell stays inside.
  const at = { row: Math.min(active.row, last.row), column: Math.min(active.column, last.column) }
  const wrongLeads = new Map(
    gaps.flatMap(({ rule, cards }) => (rule === 'no-lead' || rule === 'two-leads' ? [[cards[0], rule] as const] : [])),
  )
  const overloaded = new Set(gaps.flatMap(({ rule, cards }) => (rule === 'overloaded' ? (cards[0] ?? []) : [])))
  const unnamed = t('coordination.unnamed')

  const elementOf = ({ row, column }: GridCell) => table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
  const cellOf = ({ row, column }: GridCell) => {
    const action = actions[row - 1]
    const stakeholder = stakeholders[column - 1]
    return action && stakeholder ? { actionId: action.id, stakeholderId: stakeholder.id } : null
  }
  const act = (place: GridCell) => {
    const heading = place.column === 0 ? actions[place.row - 1] : place.row === 0 ? stakeholders[place.column - 1] : undefined
    const cell = cellOf(place)
    const element = elementOf(place)
    if (heading) onGoTo(heading.id)
    else if (cell && element && mayChange) onChoose({ ...cell, element })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) && !/^\d$/.test(event.key)) return
    const cell = cellOf(at)
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (event.key === 'Enter' || event.key === ' ') act(at)
    else if (cell && mayChange && key in KEYS && !event.ctrlKey && !event.metaKey) onSet(cell, KEYS[key] ?? null)
    else {
      const next = gridStep(at, last, event.key, event.ctrlKey || event.metaKey)
      if (!next) return
      setActive(next)
      const element = elementOf(next)
      element?.focus({ preventScroll: true })
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const found = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null
    const [row, column] = found?.dataset['cell']?.split(':').map(Number) ?? []
    if (row === undefined || column === undefined) return
    setActive({ row, column })
    elementOf({ row, column })?.focus({ preventScroll: true })
    act({ row, column })
  }
  const stop = (row: number, column: number) => ({
    'data-cell': `${row}:${column}`,
    tabIndex: at.row === row && at.column === column ? 0 : -1,
  })
  return (
    <div className="raci-scroll">
      <table
        ref={table}
        className="raci"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA’s own pattern for grids
        role="grid"
        aria-label={t('coordination.view.matrix')}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <thead>
          <tr>
            <td role="columnheader" className="raci-corner" {...stop(0, 0)}>
              {t('coordination.corner', { actions: actions.length, stakeholders: stakeholders.length })}
            </td>
            {stakeholders.map(({ id, text }, i) => (
              <th
                key={id}
                scope="col"
                className="raci-head"
                data-overloaded={overloaded.has(id)}
                title={text || unnamed}
                {...stop(0, i + 1)}
              >
                <span className={HAN.test(text) ? 'raci-vertical raci-han' : 'raci-vertical'}>{text || unnamed}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map(({ id, text }, i) => {
            const wrong = wrongLeads.get(id)
            return (
              <tr key={id}>
                <th scope="row" className="raci-name" {...stop(i + 1, 0)}>
                  <span>{text || unnamed}</span>
                  {wrong && (
                    <span className="raci-wrong" title={t(`coordination.rule.${wrong}`)}>
                      <TriangleAlert aria-hidden /> <span className="visually-hidden">{t(`coordination.rule.${wrong}`)}</span>
                    </span>
                  )}
                </th>
                {stakeholders.map((stakeholder, j) => {
                  const duty = duties.get(id)?.get(stakeholder.id)?.duty
                  const words = t(`coordination.duty.${duty ?? 'none'}`)
                  return (
                    <td
                      key={stakeholder.id}
                      className="raci-cell"
                      aria-label={`${stakeholder.text || unnamed}: ${words}`}
                      title={`${stakeholder.text || unnamed}: ${words}`}
                      {...stop(i + 1, j + 1)}
                    >
                      {duty && (
                        <span className="raci-sign" data-duty={duty}>
                          {t(`coordination.sign.${duty}`)}
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
