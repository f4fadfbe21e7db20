import { refusalOf, type EditRights } from '@remedyboard/shared/board/permission'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'

/** Whether somebody with these rights may change what a card says now. The server decides again. */
export function mayChangeCard(rights: EditRights, { author, locked }: Pick<MappingCard, 'author' | 'locked'>, personId: string): boolean {
  return refusalOf(rights, 'content', { own: author === personId, locked, link: false, cluster: false }) === null
}
