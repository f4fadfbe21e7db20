import type { CardKind } from '@remedyboard/shared/board/card'
import type { Relation } from '@remedyboard/shared/coordination/relations'
import { LINK_TARGETS } from '@remedyboard/shared/mapping/link-targets'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import { useReadable } from '../ui/use-readable.ts'
import { LinkPartners } from './LinkPartners.tsx'
import { ReadyFooter } from './ReadyFooter.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import './link.css'

/** First which card, then what it is connected with: what still lacks a line stands first. */
export function LinkTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const { graph } = boardMapping(session)
  const now = useReadable(graph)
  const [chosen, setChosen] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [relation, setRelation] = useState<Relation | null>(null)
  const kind = kindToLink(now, phase?.area)
  const cards = useMemo(() => toLink(now, kind, search), [now, kind, search])
  const card = chosen === null ? undefined : now.cards.get(chosen)

  if (card) {
    return <LinkPartners session={session} card={card} relation={relation} onRelation={setRelation} onBack={() => setChosen(null)} />
  }
  return (
    <TaskFrame label={t('phone.task.link')} footer={<ReadyFooter session={session} />}>
      <h2>{t('phone.link.choose')}</h2>
      <input
        type="search"
        className="input"
        aria-label={t('phone.link.search')}
        placeholder={t('phone.link.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {cards.length === 0 && <p className="phone-quiet">{t('phone.link.nothing')}</p>}
      <ul className="phone-list">
        {cards.map(({ card: each, links }) => (
          <LinkRow key={each.id} card={each} links={links} onChoose={setChosen} />
        ))}
      </ul>
    </TaskFrame>
  )
}

interface LinkRowProps {
  card: MappingCard
  links: number
  onChoose: (cardId: string) => void
}

/** A letter typed into the search draws only the rows that come. */
const LinkRow = memo(function LinkRow({ card: { id, kind, text }, links, onChoose }: LinkRowProps) {
  const { t } = useText()
  return (
    <li>
      <button type="button" className="phone-card phone-card-button" data-kind={kind} onClick={() => onChoose(id)}>
        <span className="phone-card-text">{text}</span>
        <span className="phone-link-count" data-open={links === 0}>
          {links === 0 ? <CircleAlert aria-hidden /> : <CircleCheck aria-hidden />}
          {links === 0 ? t('phone.link.noLine') : t('phone.link.count', { count: links })}
        </span>
      </button>
    </li>
  )
})

/** In steps about people these are connected, else problems with answers. */
function kindToLink({ cards }: MappingGraph, area: string | undefined): CardKind {
  const has = (kind: CardKind) => [...cards.values()].some((card) => card.kind === kind)
  if (area === 'relations' || area === 'gaps' || area === 'matrix') return 'stakeholder'
  return has('dilemma') ? 'dilemma' : has('stakeholder') ? 'stakeholder' : 'remedy'
}

/** Cards of the kind with the number of their lines: people's own first, then those without a line. */
function toLink({ cards, links }: MappingGraph, kind: CardKind, search: string): { card: MappingCard; links: number }[] {
  const partners = new Map<string, Set<string>>()
  const join = (from: string, to: string) => partners.set(from, (partners.get(from) ?? new Set()).add(to))
  const wanted = new Set(LINK_TARGETS[kind])
  for (const { from, to } of links) {
    if (wanted.has(cards.get(to)?.kind ?? 'note')) join(from, to)
    if (wanted.has(cards.get(from)?.kind ?? 'note')) join(to, from)
  }
  const words = search.trim().toLowerCase()
  return [...cards.values()]
    .filter((card) => card.kind === kind && card.text.trim() !== '' && card.text.toLowerCase().includes(words))
    .map((card) => ({ card, links: partners.get(card.id)?.size ?? 0 }))
    .sort(
      (a, b) =>
        Number(a.links > 0) - Number(b.links > 0) ||
        Number(a.card.paper !== null) - Number(b.card.paper !== null) ||
        (a.card.paper ?? a.card.text).localeCompare(b.card.paper ?? b.card.text, undefined, { numeric: true }),
    )
}
