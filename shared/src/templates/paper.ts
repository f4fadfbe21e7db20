import type { LinkBasis, Setting } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import type { Bilingual } from '../workshop/state.ts'
import content from './content/paper-content.json' with { type: 'json' }
import { PAPER_CONNECTIONS, type PaperConnections } from './paper-connections.ts'

/** Which words a board uses: the paper's own, or neutral ones for groups outside the party system. */
export type Wording = 'party' | 'neutral'

/** Anything of the paper that has a name of its own. `section` as in the paper, `quote` verbatim in English. */
export interface PaperItem {
  id: string
  label: Bilingual
  neutral?: Bilingual
  section: string
  desc?: Bilingual
  quote?: string
  note?: Bilingual
  checklist?: readonly Bilingual[]
  /** what a practice brought */
  benefit?: Bilingual
  /** what to mind when a practice is talked about */
  caution?: Bilingual
}

/** A dilemma or remedy: items that form a tree, at most three levels deep, parents before their children. */
export interface OutlineItem extends PaperItem {
  parent: string | null
  level: 1 | 2 | 3
  area: Setting
  /** background to a dilemma, not a fault of its own */
  kind?: 'driver'
}

/** Whom a stakeholder belongs to. */
export type StakeholderKind = 'party' | 'government' | 'unit' | 'social' | 'market' | 'people'

/** Somebody who has a part in it. Those that the paper does not name have neither section nor quote. */
export interface Stakeholder extends Omit<PaperItem, 'section' | 'quote'> {
  kind: StakeholderKind
  in_paper: boolean
  section: string | null
  quote: string | null
}

/** A step of a chain: practice or role → function → remedy. */
export interface PaperChain {
  id: string
  from: string
  to: string
  basis: Exclude<LinkBasis, 'group'>
  note: Bilingual
}

/** The paper's content as data; the JSON files are its source and the tests hold them to the paper's text. */
export interface Paper extends PaperConnections {
  dilemmas: readonly OutlineItem[]
  remedies: readonly OutlineItem[]
  context_factors: readonly PaperItem[]
  roles: readonly PaperItem[]
  functions: readonly PaperItem[]
  practices: readonly PaperItem[]
  stakeholders: readonly Stakeholder[]
  chains: readonly PaperChain[]
}

// JSON imports widen literal unions to string; the tests check the values.
export const PAPER = { ...content, ...PAPER_CONNECTIONS } as unknown as Paper

/** A text in the language of the board. */
export function inLocale(text: Bilingual, locale: Locale): string {
  return locale === 'zh-CN' ? text.zh : text.en
}

/** The name that an item has on a board. */
export function labelOf(item: Pick<PaperItem, 'label' | 'neutral'>, locale: Locale, wording: Wording): string {
  return inLocale(wording === 'neutral' && item.neutral ? item.neutral : item.label, locale)
}

/** The items with these ids, in this order. Throws when one is missing: a gap in the data. */
export function pick<Item extends { id: string }>(items: readonly Item[], ids: readonly string[]): Item[] {
  return ids.map((id) => {
    const item = items.find((candidate) => candidate.id === id)
    if (!item) throw new Error(`The paper has no ${id}`)
    return item
  })
}
