import { isCluster, isLink, refusalOf, type EditRights } from '@remedyboard/shared/board/permission'
import type { TLShape } from 'tldraw'
import { toBoardRecord } from '../binding/record-casts.ts'

/** Whether this person may change what a shape says. */
export function mayEdit(rights: EditRights, shape: TLShape, myId: string): boolean {
  const target = {
    own: shape.meta['author'] === myId,
    locked: shape.meta['lock'] === true,
    link: isLink(shape),
    cluster: isCluster(toBoardRecord(shape)),
  }
  return refusalOf(rights, 'content', target) === null
}
