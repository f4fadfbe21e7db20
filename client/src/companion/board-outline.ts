import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { CardKind } from '@remedyboard/shared/board/card'
import { inReadingOrder } from '@remedyboard/shared/board/page-position'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import type { NamedArea } from '../session/board-areas.ts'

/** The cards of one kind that a card is connected with. */
export interface OutlineLinks {
  kind: CardKind
  /** what they say, in the order of reading */
  texts: readonly string[]
}

export interface OutlineCard {
  card: MappingCard
  /** how many cards were merged into it */
  merged: number
  links: readonly OutlineLinks[]
}

export interface OutlineCluster {
  /** record id of its frame */
  id: string
  name: string
  cards: readonly OutlineCard[]
}

export interface OutlineArea {
  /** `meta.area`; null = in none of the areas */
  area: string | null
  name: string
  /** cards of no cluster */
  cards: readonly OutlineCard[]
  clusters: readonly OutlineCluster[]
  /** all cards in it */
  count: number
}

interface OutlineSource {
  graph: MappingGraph
  records: ReadonlyMap<string, BoardRecord>
  areas: readonly NamedArea[]
  /** areas that this person does not see yet */
  hidden: ReadonlySet<string>
  /** only cards with these words, or connected with such a card's words; empty = all */
  search: string
}

/** The board as a text: areas, their cards and clusters, and of each card what it is connected with. Empty cards say nothing. */
export function boardOutline({ graph, records, areas, hidden, search }: OutlineSource): OutlineArea[] {
  const isSeen = ({ area, text }: MappingCard) => text.trim() !== '' && (area === null || !hidden.has(area))
  const cards = inReadingOrder(
    records,
    [...graph.cards.values()].filter((card) => isSeen(card)),
  )
  const links = linksByCard(graph, cards)
  const wanted = search.trim().toLocaleLowerCase()
  const entries = cards
    .filter(({ text, tags }) => wanted === '' || `${text} ${tags.join(' ')}`.toLocaleLowerCase().includes(wanted))
    .map((card): OutlineCard => ({ card, merged: graph.absorbed.get(card.id)?.length ?? 0, links: links.get(card.id) ?? [] }))

  const known = new Set(areas.map(({ area }) => area))
  const outline: OutlineArea[] = []
  for (const { area, name } of areas) {
    if (hidden.has(area)) continue
    outline.push(
      areaOf(
        graph,
        records,
        area,
        name,
        entries.filter(({ card }) => card.area === area),
      ),
    )
  }
  const elsewhere = entries.filter(({ card }) => card.area === null || !known.has(card.area))
  if (elsewhere.length > 0) outline.push(areaOf(graph, records, null, '', elsewhere))
  return wanted === '' ? outline : outline.filter(({ count }) => count > 0)
}

function areaOf(
  graph: MappingGraph,
  records: ReadonlyMap<string, BoardRecord>,
  area: string | null,
  name: string,
  entries: readonly OutlineCard[],
): OutlineArea {
  const inClusters = new Map<string, OutlineCard[]>()
  const loose: OutlineCard[] = []
  for (const entry of entries) {
    const { cluster } = entry.card
    if (cluster === null) loose.push(entry)
    else inClusters.set(cluster, [...(inClusters.get(cluster) ?? []), entry])
  }
  const clusters = inReadingOrder(
    records,
    [...inClusters].map(([id, cards]) => ({ id, name: graph.areas.get(id)?.name ?? '', cards })),
  )
  return { area, name, cards: loose, clusters, count: entries.length }
}

function linksByCard({ links }: MappingGraph, cards: readonly MappingCard[]): Map<string, OutlineLinks[]> {
  const place = new Map(cards.map((card, i) => [card.id, i]))
  const others = new Map<string, Set<number>>()
  const note = (from: string, to: string) => {
    const at = place.get(to)
    if (at !== undefined) others.set(from, (others.get(from) ?? new Set()).add(at))
  }
  for (const { from, to } of links) {
    note(from, to)
    note(to, from)
  }
  return new Map(
    [...others].map(([id, places]) => {
      const byKind = new Map<CardKind, string[]>()
      for (const at of [...places].sort((a, b) => a - b)) {
        const card = cards[at]
        if (card) byKind.set(card.kind, [...(byKind.get(card.kind) ?? []), card.text])
      }
      return [id, [...byKind].map(([kind, texts]) => ({ kind, texts }))]
    }),
  )
}

/** Whether an entry reads the same, so that only what changed is drawn again. */
export function isSameEntry(a: OutlineCard, b: OutlineCard): boolean {
  return (
    a.card === b.card &&
    a.merged === b.merged &&
    a.links.length === b.links.length &&
    a.links.every(({ kind, texts }, i) => kind === b.links[i]?.kind && texts.join('\n') === b.links[i].texts.join('\n'))
  )
}
