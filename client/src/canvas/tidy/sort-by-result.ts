import { addMerged } from '@remedyboard/shared/mapping/merge'
import { valuesByCard } from '@remedyboard/shared/workshop/ranking'
import type { RoundResult } from '@remedyboard/shared/workshop/round'
import type { Editor, TLParentId, TLShapeId } from 'tldraw'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { tidyCards } from './tidy-cards.ts'

/** Puts the cards of a closed round in the order of its ranking, best first. Those of another area or cluster stay in theirs. */
export function sortByResult(editor: Editor, session: BoardSession, result: RoundResult): void {
  const byParent = new Map<TLParentId, TLShapeId[]>()
  for (const id of result.cards) {
    const shape = editor.getShape(id as TLShapeId) // undefined for what is no shape here
    if (!shape) continue
    const siblings = byParent.get(shape.parentId)
    if (siblings) siblings.push(shape.id)
    else byParent.set(shape.parentId, [shape.id])
  }
  const values = valuesByCard(result)
  // Dots of merged cards count for the one that stands for them; averages and shares cannot be added.
  const ranks = result.kind === 'dots' ? addMerged(values, boardMapping(session).graph.get()) : values
  for (const ids of byParent.values()) tidyCards(editor, session, { kind: 'cards', ids }, { form: 'columns', by: 'votes' }, ranks)
}
