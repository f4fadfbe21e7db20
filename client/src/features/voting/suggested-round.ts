import type { CardKind } from '@remedyboard/shared/board/card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import type { RoundKind } from '@remedyboard/shared/workshop/round'
import type { SharedView } from '@remedyboard/shared/workshop/view'
import type { CandidateSource } from './candidates.ts'

/** A round as the form has it before it is opened. */
export interface RoundWish {
  kind: RoundKind
  title: string
  source: CandidateSource
  cardKind: CardKind | null
  budget: number
  cap: number
}

/** Dots of a board without an agenda: enough to choose, few enough to think. */
const USUAL = { budget: 5, cap: 2 } as const

/** A round as the running phase asks for it. */
export function suggestedRound(
  { agenda, phaseId }: Pick<SharedView, 'agenda' | 'phaseId'>,
  { cards }: Pick<MappingGraph, 'cards'>,
  locale: Locale,
): RoundWish {
  const phase = agenda.find(({ id }) => id === phaseId)
  const budget = Math.max(1, phase?.limits?.votes ?? USUAL.budget)
  const written = [...cards.values()].filter(({ text }) => text.trim() !== '')
  const inArea = written.filter(({ area }) => area === phase?.area)
  // What people wrote in secret for this area may lie beside it, in one of their own.
  const besides = phase !== undefined && notesAreas(agenda, phase.area).length > 0
  return {
    kind: phase?.can.includes('rate') === true ? 'rating' : 'dots',
    title: phase ? (locale === 'zh-CN' ? phase.name.zh : phase.name.en) : '',
    source: phase && inArea.length > 0 && !besides ? { from: 'area', area: phase.area } : { from: 'all' },
    cardKind: commonKind(inArea.length > 0 ? inArea : written),
    budget,
    cap: Math.min(budget, Math.max(1, phase?.limits?.maxPerItem ?? USUAL.cap)),
  }
}

/** The kind that most of the cards are, when it is more than half: headings and remarks beside them are not voted on. */
function commonKind(cards: readonly { kind: CardKind }[]): CardKind | null {
  const counts = new Map<CardKind, number>()
  for (const { kind } of cards) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const [kind, count] of counts) if (count > cards.length / 2) return kind
  return null
}
