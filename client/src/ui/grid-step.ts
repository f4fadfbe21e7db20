/** A cell of a grid by row and column; 0 is the row or column of headings. */
export interface GridCell {
  row: number
  column: number
}

/** Rows that PageUp and PageDown leap over. */
const PAGE = 8

/** Where a key leads in a grid whose last row and column these are (ARIA's grid pattern); null for keys that lead nowhere. */
export function gridStep({ row, column }: GridCell, last: GridCell, key: string, withCtrl: boolean): GridCell | null {
  const within = (cell: GridCell): GridCell => ({
    row: Math.max(0, Math.min(cell.row, last.row)),
    column: Math.max(0, Math.min(cell.column, last.column)),
  })
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: column - 1 })
    case 'ArrowRight':
      return within({ row, column: column + 1 })
    case 'PageUp':
      return within({ row: row - PAGE, column })
    case 'PageDown':
      return within({ row: row + PAGE, column })
    case 'Home':
      return withCtrl ? { row: 0, column: 0 } : { row, column: 0 }
    case 'End':
      return withCtrl ? last : { row, column: last.column }
    default:
      return null
  }
}
