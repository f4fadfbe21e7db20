import type { CardKind } from '../board/card.ts'

/** What kinds a card of a kind is usually linked to, the most usual first. */
export const LINK_TARGETS: Readonly<Record<CardKind, readonly CardKind[]>> = {
  dilemma: ['remedy'],
  remedy: ['dilemma', 'action'],
  stakeholder: ['stakeholder', 'action'],
  action: ['stakeholder', 'remedy'],
  practice: ['remedy', 'dilemma'],
  evidence: ['dilemma', 'remedy'],
  note: [],
}

/** Which of two cards a link begins at: problems lead to remedies, remedies to steps, people to what they do. */
const RANK: Readonly<Record<CardKind, number>> = { evidence: 0, practice: 0, dilemma: 1, remedy: 2, stakeholder: 3, note: 4, action: 5 }

/** True when a link between these kinds begins at the second one. Between two of a kind it begins where people began. */
export function leadsBack(from: CardKind, to: CardKind): boolean {
  return RANK[from] > RANK[to]
}
