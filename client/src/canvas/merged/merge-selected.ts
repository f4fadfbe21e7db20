import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { mergeCards } from '@remedyboard/shared/mapping/merge'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Editor, TLShapeId } from 'tldraw'
import { text } from '../../i18n/i18n.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { cardsInReadingOrder } from '../keyboard/cards-in-reading-order.ts'
import { showNotice } from '../overlay/notice.ts'

/** Which of the cards stays: the paper's own, else the one with most links, else the first in reading order. */
export function cardThatStays(graph: Pick<MappingGraph, 'cards' | 'links'>, idsInOrder: readonly string[]): string | undefined {
  const links = new Map<string, number>()
  for (const { from, to } of graph.links) for (const end of [from, to]) links.set(end, (links.get(end) ?? 0) + 1)
  const rank = (id: string) => (typeof graph.cards.get(id)?.paper === 'string' ? 1_000_000 : 0) + (links.get(id) ?? 0)
  return idsInOrder.reduce<string | undefined>((best, id) => (best === undefined || rank(id) > rank(best) ? id : best), undefined)
}

/** Merges the chosen cards into one of them, and says so; undo or "take apart" brings them back. */
export function mergeSelected(editor: Editor, session: BoardSession, cards: readonly TLCardShape[]): void {
  const graph = boardMapping(session).graph.get()
  const inOrder = cardsInReadingOrder(editor, cards)
  const into = cardThatStays(
    graph,
    inOrder.map(({ id }) => id),
  )
  const plan =
    into === undefined
      ? { refused: 'few' as const }
      : mergeCards(
          graph,
          inOrder.map(({ id }) => id),
          into,
          new Set(session.view.get().round?.cards),
        )
  if ('refused' in plan) {
    showNotice(editor, { text: text(`canvas.merged.refused.${plan.refused}`), tone: 'problem' })
    return
  }
  session.edit(plan.operations)
  editor.select(into as TLShapeId) // the id of one of the chosen cards
  const stays = graph.cards.get(into ?? '')?.text ?? ''
  showNotice(editor, { text: text('canvas.merged.done', { count: plan.operations.length, text: stays }), tone: 'done' })
}
