import type { CardKind } from '@remedyboard/shared/board/card'

/** The words for linking a card of one kind to one of another. */
export function linkTitle(from: CardKind, to: CardKind) {
  if (from === 'dilemma' && to === 'remedy') return 'canvas.choose.title.answer'
  if (from === 'remedy' && to === 'dilemma') return 'canvas.choose.title.answers'
  if (from === 'remedy' && to === 'action') return 'canvas.choose.title.step'
  if (from === 'stakeholder' && to === 'stakeholder') return 'canvas.choose.title.relation'
  if (from === 'stakeholder' && to === 'action') return 'canvas.choose.title.duty'
  if (from === 'action' && to === 'stakeholder') return 'canvas.choose.title.people'
  if (from === 'action' && to === 'remedy') return 'canvas.choose.title.fromRemedy'
  return 'canvas.choose.title.support'
}
