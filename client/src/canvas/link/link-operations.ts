import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'

/** Takes a link away, with what ties it to its cards. */
export function unlinkOperations(linkId: string, bindings: readonly { id: string }[]): BoardOperation[] {
  return [linkId, ...bindings.map(({ id }) => id)].map((id) => ({ op: 'delete', id }))
}

/** Lets a link lead the other way: what was its start is its end. */
export function turnOperations(bindings: readonly Pick<BoardRecord, 'id' | 'props'>[]): BoardOperation[] {
  return bindings.map(({ id, props = {} }) => ({
    op: 'change',
    id,
    changes: [{ key: 'props.terminal', value: props['terminal'] === 'start' ? 'end' : 'start' }],
  }))
}

/** One arrowhead, or one at each end. */
export function headOperations(linkId: string, bothWays: boolean): BoardOperation[] {
  return [
    {
      op: 'change',
      id: linkId,
      changes: [
        { key: 'props.arrowheadStart', value: bothWays ? 'arrow' : 'none' },
        { key: 'props.arrowheadEnd', value: 'arrow' },
      ],
    },
  ]
}
