import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { LinkMeta } from '@remedyboard/shared/board/card'
import { newLinkRecords, topIndices } from '@remedyboard/shared/board/new-records'

interface WantedLink {
  id: string
  pageId: string
  from: string
  to: string
  bothWays?: boolean
  meta: LinkMeta
}

/** Draws a link above everything else. */
export function linkOperations(records: Iterable<BoardRecord>, link: WantedLink): BoardOperation[] {
  const [index = 'a1'] = topIndices(records, link.pageId, 1)
  return newLinkRecords({ ...link, index }).map((record) => ({ op: 'create', record }))
}

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
