import type { LinkBasis } from '../board/card.ts'
import type { Locale } from '../protocol/locale.ts'
import type { Anchor } from '../board/new-records.ts'
import type { LinkLook, LinkPlan } from './board-plan.ts'
import type { PaperLink } from './paper-connections.ts'
import { inLocale } from './paper.ts'

/** What stock tldraw shows; our own canvas draws links by their basis. */
export const BASIS_LOOK: Readonly<Record<Exclude<LinkBasis, 'group'>, LinkLook>> = {
  explicit: { color: 'green', dash: 'solid', size: 'l' },
  'explicit-general': { color: 'green', dash: 'solid', size: 'm' },
  'implied-strong': { color: 'green', dash: 'solid', size: 's' },
  implied: { color: 'green', dash: 'dashed', size: 's' },
  'implied-weak': { color: 'grey', dash: 'dotted', size: 's' },
}

/** Middles of the sides that face each other across a gutter. */
export const RIGHT_MIDDLE: Anchor = { x: 1, y: 0.5 }
export const LEFT_MIDDLE: Anchor = { x: 0, y: 0.5 }

/** The paper's links from dilemmas on the left to remedies on the right. */
export function paperLinks(links: readonly PaperLink[], locale: Locale): LinkPlan[] {
  return links.map((link) => ({
    id: link.id,
    from: { card: link.from, anchor: RIGHT_MIDDLE },
    to: { card: link.to, anchor: LEFT_MIDDLE },
    look: BASIS_LOOK[link.basis],
    meta: { basis: link.basis, rationale: inLocale(link.rationale, locale), origin: { paper: link.id, section: link.section } },
  }))
}
