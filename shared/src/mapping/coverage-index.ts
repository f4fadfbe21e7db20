import type { AnswerMark, AnswerMarks } from './answer-marks.ts'
import { ChangeList, keepEqual, patchSorted, type ChangedValues } from './changed-values.ts'
import { compareIds } from './compare-ids.ts'
import { coverageUnit, isUnit, summedUp, type Coverage, type CoverageUnit } from './coverage.ts'
import type { GraphChanges } from './graph-index.ts'
import { IdSets } from './id-sets.ts'
import type { MappingCard } from './mapping-card.ts'
import type { MappingGraph } from './mapping-graph.ts'
import { isAnswer, type MappingLink } from './mapping-link.ts'

/** Which rows changed, and how many were worked out for it. */
export interface CoverageChanges {
  rows: ChangedValues<CoverageUnit>
  recomputed: number
}

/**
 * `coverageOf` and `answerMarks` kept up to date. Cost of `apply`: the cards at both ends of changed links and everything below them
 * that inherits, plus one copy of what is given out when something in it changed.
 */
export class CoverageIndex {
  readonly #below = new IdSets()
  readonly #answers = new Map<string, readonly MappingLink[]>()
  #units: ReadonlyMap<string, CoverageUnit> = new Map()
  #coverage: Coverage = { total: 0, covered: 0, units: [], remedies: [], unusedRemedies: [] }
  #marks: AnswerMarks = new Map()

  get coverage(): Coverage {
    return this.#coverage
  }

  get marks(): AnswerMarks {
    return this.#marks
  }

  /** `cards`: the graph's, with the changes in it already. */
  apply({ cards: changedCards, links: changedLinks }: GraphChanges, cards: MappingGraph['cards']): CoverageChanges {
    /** cards whose own answers or whose place in the tree changed: what inherits through them is affected, too */
    const branches = new Set<string>()
    /** cards that may have become, or ceased to be, the end of a branch */
    const heads = new Set<string>()
    for (const [id, { before, after }] of changedCards) {
      this.#below.delete(before?.parent ?? null, id)
      this.#below.add(after?.parent ?? null, id)
      if (before && after && standingOf(before) === standingOf(after)) continue
      branches.add(id)
      for (const parent of [before?.parent, after?.parent]) if (parent) heads.add(parent)
    }
    const ends = this.#takeLinks(changedLinks)
    for (const id of ends) branches.add(id)

    const inherits = (id: string) => !this.#answers.has(id)
    const affected = this.#below.reachable(branches, inherits)
    for (const id of heads) affected.add(id)
    const rows = new ChangeList<CoverageUnit>()
    let recomputed = 0
    for (const id of affected) {
      const before = this.#units.get(id)
      const card = cards.get(id)
      const parts = [...this.#below.get(id)].flatMap((part) => cards.get(part) ?? [])
      if (!card || !isUnit(card, parts)) {
        rows.add(id, before, undefined)
        continue
      }
      recomputed++
      const unit = coverageUnit(
        card,
        (at) => cards.get(at),
        (at) => this.#answers.get(at) ?? [],
      )
      rows.add(id, before, keepEqual(before, unit))
    }
    this.#units = patchSorted(this.#units, rows.changes)
    // A dilemma that became a remedy keeps its answers, and with them its unit; it counts elsewhere all the same.
    const kindChanged = [...changedCards.values()].some(({ before, after }) => before && after && before.kind !== after.kind)
    if (rows.changes.size > 0 || kindChanged) this.#coverage = summedUp(this.#units.values(), cards)
    this.#markAnew(new Set([...affected, ...ends]), cards)
    return { rows: rows.changes, recomputed }
  }

  /** Returns the cards at the ends of answers that changed. */
  #takeLinks(links: ChangedValues<MappingLink>): Set<string> {
    const ends = new Set<string>()
    const next = new Map<string, Map<string, MappingLink>>()
    const linksAt = (cardId: string) => {
      const known = next.get(cardId) ?? new Map((this.#answers.get(cardId) ?? []).map((link) => [link.id, link]))
      next.set(cardId, known)
      ends.add(cardId)
      return known
    }
    for (const { before } of links.values())
      if (before?.type === 'answer') for (const end of [before.from, before.to]) linksAt(end).delete(before.id)
    for (const { after } of links.values())
      if (after?.type === 'answer') for (const end of [after.from, after.to]) linksAt(end).set(after.id, after)
    for (const [cardId, its] of next) {
      if (its.size === 0) this.#answers.delete(cardId)
      else
        this.#answers.set(
          cardId,
          [...its.values()].sort((a, b) => compareIds(a.id, b.id)),
        )
    }
    return ends
  }

  #markAnew(ids: ReadonlySet<string>, cards: MappingGraph['cards']): void {
    const changes = new ChangeList<AnswerMark>()
    for (const id of ids) {
      const before = this.#marks.get(id)
      const partners = new Set((this.#answers.get(id) ?? []).filter(isAnswer).map(({ from, to }) => (from === id ? to : from)))
      const state = cards.get(id)?.kind === 'dilemma' ? (this.#units.get(id)?.state ?? null) : null
      const after = state === null && partners.size === 0 ? undefined : { state, answers: partners.size }
      changes.add(id, before, keepEqual(before, after))
    }
    this.#marks = patchSorted(this.#marks, changes.changes)
  }
}

/** What coverage asks of a card. Whatever else changes on it changes no row. */
function standingOf({ kind, parent, paper, driver, text }: MappingCard): string {
  return JSON.stringify([kind, parent, paper === null, driver, text.trim() === ''])
}
