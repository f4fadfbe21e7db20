import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import type { BoardSession } from './board-session.ts'

/** What a card says, also one that was merged since; empty when it is gone or says nothing. */
export function cardTextOf(
  { index }: Pick<BoardSession, 'index'>,
  { cards, targets }: Pick<MappingGraph, 'cards' | 'targets'>,
  cardId: string,
): string {
  const text = cards.get(cardId)?.text ?? index.visible.get(cardId)?.props?.['text'] ?? cards.get(targets.get(cardId) ?? '')?.text
  return typeof text === 'string' ? text.trim() : ''
}
