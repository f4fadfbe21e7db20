import type { BoardOperation } from '../board/board-operation.ts'
import type { BoardRecord } from '../board/board-record.ts'
import type { LinkMeta } from '../board/card.ts'
import type { MappingCard } from './mapping-card.ts'
import type { Locale } from '../protocol/locale.ts'
import type { LinkChoice, SuggestedLink } from './link-choices.ts'
import { addLink, removeLinks } from './link-operations.ts'
import { leadsBack } from './link-targets.ts'

interface Choosing {
  records: ReadonlyMap<string, BoardRecord>
  card: MappingCard
  choice: LinkChoice
  /** of the board, for the paper's reasons */
  locale: Locale
  newId: string
}

/** What choosing a card does: a link where there is none, else the links between the two are taken away. One step either way. */
export function chooseOperations({ records, card, choice, locale, newId }: Choosing): BoardOperation[] {
  // What counts for nothing beside these since cards were merged would come to light again.
  const linkIds = choice.links.flatMap(({ id, alike }) => [id, ...alike])
  if (linkIds.length > 0) return removeLinks(records, linkIds)
  const { suggestion } = choice
  // Only what the paper says of these very two is the paper's word for them.
  const own = suggestion && card.paper !== null && [suggestion.from, suggestion.to].includes(card.paper) ? suggestion : null
  const turned = own ? own.to === card.paper : leadsBack(card.kind, choice.card.kind)
  const [from, to] = turned ? [choice.card.id, card.id] : [card.id, choice.card.id]
  return addLink(records, {
    id: newId,
    from,
    to,
    bothWays: own?.relation?.bothWays ?? false,
    meta: linkMetaFor(own, locale),
  })
}

function linkMetaFor(suggestion: SuggestedLink | null, locale: Locale): LinkMeta {
  if (!suggestion) return { basis: 'group' }
  const { id, section, relation } = suggestion
  return {
    // Choosing what the paper hardly says is the group's own decision.
    basis: suggestion.basis === 'implied-weak' ? 'group' : suggestion.basis,
    rationale: locale === 'zh-CN' ? suggestion.rationale.zh : suggestion.rationale.en,
    origin: { paper: id, section, ...(relation ? { quote: relation.quote } : {}) },
    ...(relation ? { relation: relation.type, state: relation.state } : {}),
  }
}
