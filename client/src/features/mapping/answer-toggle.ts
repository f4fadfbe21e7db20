import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { refusalOf, type EditRights } from '@remedyboard/shared/board/permission'
import type { RowAnswer } from '@remedyboard/shared/mapping/coverage-rows'
import { addLink, removeLinks } from '@remedyboard/shared/mapping/link-operations'
import type { MappingLink } from '@remedyboard/shared/mapping/mapping-link'

/**
 * What choosing a cell does. `add`: the group links the two. `remove`: its links go. `confirm`: the paper's weak suggestion becomes the
 * group's answer; `doubt`: it is a suggestion again. `keep`: the paper's own word stays; nothing happens.
 */
export interface AnswerToggle {
  does: 'add' | 'remove' | 'confirm' | 'doubt' | 'keep'
  /** the links it is about */
  links: readonly MappingLink[]
}

/** What choosing a cell would do; no answer = the cell is empty. Inherited links belong to the dilemma above and are left alone. */
export function answerToggle(answer: RowAnswer | undefined): AnswerToggle {
  if (!answer || answer.inherited) return { does: 'add', links: [] }
  const { links } = answer
  const drawn = links.filter(({ basis, paper }) => basis === 'group' && paper === null)
  if (drawn.length > 0) return { does: 'remove', links: drawn }
  const confirmed = links.filter(({ basis }) => basis === 'group')
  if (confirmed.length > 0) return { does: 'doubt', links: confirmed }
  return answer.weak ? { does: 'confirm', links } : { does: 'keep', links }
}

interface Me {
  id: string
  rights: EditRights
}

/** Whether somebody may do this now. */
export function mayToggle({ does, links }: AnswerToggle, { id, rights }: Me, records: ReadonlyMap<string, BoardRecord>): boolean {
  if (does === 'keep') return false
  const link = { link: true, cluster: false }
  if (does === 'add') return refusalOf(rights, 'create', { ...link, own: true, locked: false }) === null
  return links.every(
    ({ id: linkId, author }) =>
      refusalOf(rights, 'content', { ...link, own: author === id, locked: records.get(linkId)?.meta?.['lock'] === true }) === null,
  )
}

interface Ends {
  dilemmaId: string
  remedyId: string
}

/** The operations of a choice. `newId`: of the link to be made; `author`: participantId of whoever makes it. */
export function toggleOperations(
  { does, links }: AnswerToggle,
  { dilemmaId, remedyId }: Ends,
  records: ReadonlyMap<string, BoardRecord>,
  { newId, author }: { newId: string; author: string },
): BoardOperation[] {
  switch (does) {
    case 'keep':
      return []
    case 'confirm':
    case 'doubt':
      return links.map(({ id }) => ({
        op: 'change',
        id,
        changes: [{ key: 'meta.basis', value: does === 'confirm' ? 'group' : 'implied-weak' }],
      }))
    case 'remove':
      return removeLinks(
        records,
        links.map(({ id }) => id),
      )
    case 'add':
      return addLink(records, { id: newId, from: dilemmaId, to: remedyId, meta: { author, basis: 'group' } })
  }
}
