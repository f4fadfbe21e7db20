import type { Editor, TLParentId, TLShapeId } from 'tldraw'
import type { BoardSession } from '../../session/board-session.ts'
import { tidyCards } from './tidy-cards.ts'

/** Puts cards in order, most votes first. Those of another area or cluster stay in theirs. */
export function sortByVotes(editor: Editor, session: BoardSession, cardIds: readonly string[]): void {
  const byParent = new Map<TLParentId, TLShapeId[]>()
  for (const id of cardIds) {
    const shape = editor.getShape(id as TLShapeId) // undefined for what is no shape here
    if (!shape) continue
    const siblings = byParent.get(shape.parentId)
    if (siblings) siblings.push(shape.id)
    else byParent.set(shape.parentId, [shape.id])
  }
  for (const ids of byParent.values()) tidyCards(editor, session, { kind: 'cards', ids }, { form: 'columns', by: 'votes' })
}
