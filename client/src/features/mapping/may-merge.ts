import { refusalOf, type EditRights } from '@remedyboard/shared/board/permission'
import type { CardFields } from '@remedyboard/shared/mapping/mapping-card'

/** Whether somebody may merge a card into another now, or take it apart again: both change the card itself. */
export function mayMerge({ author, locked }: Pick<CardFields, 'author' | 'locked'>, me: string, rights: EditRights): boolean {
  return refusalOf(rights, 'content', { own: author === me, locked, link: false, cluster: false }) === null
}
