import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { isAnswer } from '@remedyboard/shared/mapping/mapping-link'

export interface PickableRemedy {
  card: MappingCard
  /** dilemmas that it answers by links of its own */
  answers: number
  /** an action puts it into practice already */
  hasAction: boolean
}

/** Remedies with these words: those without an action first, then those that answer most. */
export function pickableRemedies({ cards, links }: MappingGraph, search: string): PickableRemedy[] {
  const answers = new Map<string, number>()
  const withAction = new Set<string>()
  for (const link of links) {
    for (const id of [link.from, link.to]) {
      if (link.type === 'step') withAction.add(id)
      else if (isAnswer(link)) answers.set(id, (answers.get(id) ?? 0) + 1)
    }
  }
  const words = search.trim().toLocaleLowerCase()
  return [...cards.values()]
    .filter(({ kind, text }) => kind === 'remedy' && text.trim() !== '' && text.toLocaleLowerCase().includes(words))
    .map((card) => ({ card, answers: answers.get(card.id) ?? 0, hasAction: withAction.has(card.id) }))
    .sort((a, b) => Number(a.hasAction) - Number(b.hasAction) || b.answers - a.answers || (a.card.id < b.card.id ? -1 : 1))
}
