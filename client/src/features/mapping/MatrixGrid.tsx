import type { CoverageColumn, CoverageRow } from '@remedyboard/shared/mapping/coverage-rows'
import { memo, useEffect, useRef, type CSSProperties, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { BasisMark, basisOf } from './BasisMark.tsx'
import { gridStep, type GridCell } from '../../ui/grid-step.ts'
import { STATE_ICONS } from './state-icons.ts'

interface MatrixGridProps {
  rows: readonly CoverageRow[]
  columns: readonly CoverageColumn[]
  names: { rows: readonly string[]; columns: readonly string[] }
  /** the cell that Tab leads to */
  active: GridCell
  onActivate: (cell: GridCell) => void
  onPoint: (cell: GridCell | null) => void
  onGoTo: (cardId: string) => void
  onToggle: (cell: GridCell) => void
}

/** Chinese stands upright in a vertical line; other scripts lie on their side. */
const HAN = /\p{Script=Han}/u

/** The table itself. One stop for Tab; arrows lead from cell to cell. Rows that did not change are not drawn again. */
export function MatrixGrid({ rows, columns, names, active, onActivate, onPoint, onGoTo, onToggle }: MatrixGridProps) {
  const { t } = useText()
  const table = useRef<HTMLTableElement>(null)
  const last = { row: rows.length, column: columns.length }
  // Rows and columns go while the others work: the cell stays inside.
  const at = { row: Math.min(active.row, last.row), column: Math.min(active.column, last.column) }

  const cellOf = (target: EventTarget): GridCell | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
    const [row, column] = cell?.dataset['cell']?.split(':').map(Number) ?? []
    return row === undefined || column === undefined ? null : { row, column }
  }
  const elementOf = ({ row, column }: GridCell) => table.current?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
  const act = (cell: GridCell) => {
    const heading = cell.column === 0 ? rows[cell.row - 1] : cell.row === 0 ? columns[cell.column - 1] : undefined
    if (heading) onGoTo(heading.cardId)
    else if (cell.row > 0 && cell.column > 0) onToggle(cell)
  }
  const point = (cell: GridCell | null) => {
    onPoint(cell && cell.row > 0 && cell.column > 0 ? cell : null)
    lightColumn(table.current, cell?.column ?? 0)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      act(at)
      return
    }
    const next = gridStep(at, last, event.key, event.ctrlKey || event.metaKey)
    if (!next) return
    event.preventDefault()
    onActivate(next)
    const element = elementOf(next)
    element?.focus({ preventScroll: true })
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell) return
    onActivate(cell)
    elementOf(cell)?.focus({ preventScroll: true })
    // A finger aims badly at small cells: it chooses, and the button below acts.
    const byFinger = 'pointerType' in event.nativeEvent && event.nativeEvent.pointerType === 'touch'
    if (!byFinger || cell.row === 0 || cell.column === 0) act(cell)
  }
  useEffect(() => lightColumn(table.current, 0), [columns])

  return (
    <div className="matrix-scroll">
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA’s own pattern for grids
        role="grid"
        aria-label={t('mapping.matrixTitle')}
        style={{ '--columns': columns.length } as CSSProperties}
        aria-rowcount={last.row + 1}
        aria-colcount={last.column + 1}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => {
          const cell = cellOf(event.target)
          if (cell) onActivate(cell)
        }}
        onPointerOver={(event: PointerEvent) => event.pointerType !== 'touch' && point(cellOf(event.target))}
        onPointerLeave={() => point(null)}
      >
        <colgroup>
          <col className="matrix-col-names" />
          {columns.map(({ cardId }) => (
            <col key={cardId} className="matrix-col" />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td role="columnheader" className="matrix-corner" data-cell="0:0" tabIndex={at.row === 0 && at.column === 0 ? 0 : -1}>
              {t('mapping.corner', { rows: rows.length, columns: columns.length })}
            </td>
            {columns.map(({ cardId, dilemmas, unused }, i) => {
              const name = names.columns[i] ?? ''
              return (
                <th
                  key={cardId}
                  scope="col"
                  className={unused ? 'matrix-head matrix-head-unused' : 'matrix-head'}
                  data-cell={`0:${i + 1}`}
                  tabIndex={at.row === 0 && at.column === i + 1 ? 0 : -1}
                  title={name}
                >
                  <span className={HAN.test(name) ? 'matrix-vertical matrix-han' : 'matrix-vertical'}>{name}</span>
                  <span className="matrix-number tabular" aria-label={t('mapping.answers', { count: dilemmas })}>
                    {dilemmas}
                  </span>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <MatrixRow
              key={row.cardId}
              row={row}
              number={i + 1}
              name={names.rows[i] ?? ''}
              columns={columns}
              activeColumn={at.row === i + 1 ? at.column : -1}
              look={lookOf(row, columns)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Everything that a row shows, as one text: a row is drawn again when this, its name, place or focus differs. */
function lookOf({ state, answers }: CoverageRow, columns: readonly CoverageColumn[]): string {
  const cells = answers.map((answer) => `${answer.remedyId}=${basisOf(answer)}${answer.inherited ? '~' : ''}`)
  return [state, ...cells, '|', ...columns.map(({ cardId }) => cardId)].join(' ')
}

interface MatrixRowProps {
  row: CoverageRow
  number: number
  name: string
  columns: readonly CoverageColumn[]
  /** column of the cell that Tab leads to; -1 = in another row */
  activeColumn: number
  look: string
}

const MatrixRow = memo(
  function MatrixRow({ row, number, name, columns, activeColumn }: MatrixRowProps) {
    const { t } = useText()
    const { state, answers } = row
    const Icon = STATE_ICONS[state]
    const byRemedy = new Map(answers.map((answer) => [answer.remedyId, answer]))
    return (
      <tr className={`matrix-row matrix-${state}`}>
        <th scope="row" className="matrix-name" data-cell={`${number}:0`} tabIndex={activeColumn === 0 ? 0 : -1} title={name}>
          <Icon aria-hidden />
          <span className="matrix-text">{name}</span>
          <span className="visually-hidden">, {t(`mapping.states.${state}`)}</span>
        </th>
        {columns.map(({ cardId }, i) => {
          const answer = byRemedy.get(cardId)
          const basis = answer && basisOf(answer)
          const words = basis ? t(`canvas.line.${basis}`) : t('mapping.noLink')
          return (
            <td
              key={cardId}
              data-cell={`${number}:${i + 1}`}
              tabIndex={activeColumn === i + 1 ? 0 : -1}
              aria-label={answer?.inherited ? t('mapping.inheritedAs', { basis: words }) : words}
            >
              {answer && basis && <BasisMark basis={basis} inherited={answer.inherited} />}
            </td>
          )
        })}
      </tr>
    )
  },
  (a, b) => a.look === b.look && a.name === b.name && a.number === b.number && a.activeColumn === b.activeColumn,
)

/** The column under the pointer, by hand: six thousand cells are not drawn again for a shade. */
function lightColumn(table: HTMLTableElement | null, column: number): void {
  for (const lit of table?.querySelectorAll('col.matrix-col-lit') ?? []) lit.classList.remove('matrix-col-lit')
  if (column > 0) table?.querySelectorAll('col')[column]?.classList.add('matrix-col-lit')
}
