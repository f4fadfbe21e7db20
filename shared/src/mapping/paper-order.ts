import { compareIds } from './compare-ids.ts'
import type { MappingCard } from './mapping-card.ts'

/** Words that the paper's sections carry after their number ("4.3 Second"); the alphabet would sort them wrongly. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'closing']

/**
 * The order of the paper: by section, then by item (`d2-2` before `d2-2a` before `d2-10`). What people wrote themselves comes after it,
 * by id.
 */
export function comparePaperOrder(
  a: Pick<MappingCard, 'id' | 'paper' | 'section'>,
  b: Pick<MappingCard, 'id' | 'paper' | 'section'>,
): number {
  if ((a.paper === null) !== (b.paper === null)) return a.paper === null ? 1 : -1
  return (
    compareNatural(sortable(a.section), sortable(b.section)) || compareNatural(a.paper ?? '', b.paper ?? '') || compareNatural(a.id, b.id)
  )
}

function sortable(section: string | null): string {
  return (section ?? '').toLowerCase().replace(/[a-z]+/gu, (word) => `${ORDINALS.indexOf(word) + 1}`)
}

const PART = /\d+|\D+/gu
const NUMBER = /^\d/u

/** Compares texts part by part, runs of digits as numbers. Knows no language, so that every computer agrees. */
export function compareNatural(a: string, b: string): number {
  const [one, other] = [a.match(PART) ?? [], b.match(PART) ?? []]
  for (const [i, part] of one.entries()) {
    const against = other[i]
    if (against === undefined) return 1
    const difference = NUMBER.test(part) && NUMBER.test(against) ? Number(part) - Number(against) : compareIds(part, against)
    if (difference !== 0) return difference
  }
  return one.length - other.length || compareIds(a, b)
}
