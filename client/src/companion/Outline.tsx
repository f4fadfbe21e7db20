import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { useText } from '../i18n/use-text.ts'
import { boardAreas } from '../session/board-areas.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

/** The whole board to read, area by area: for small screens, keyboards and screen readers. */
export function Outline({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { cards } = useReadable(boardMapping(session).graph)
  const records = useReadable(session.records)
  const { hiddenAreas, me } = useReadable(session.view)
  const areas = boardAreas(records).filter(({ area }) => me.role === 'facilitator' || !hiddenAreas.includes(area))
  const inArea = (name: string | null) => [...cards.values()].filter(({ area }) => area === name)
  const elsewhere = inArea(null)

  return (
    <section className="phone-outline" aria-label={t('phone.outline.title')}>
      {areas.map(({ area, name }) => (
        <OutlineArea key={area} name={name} cards={inArea(area)} />
      ))}
      {elsewhere.length > 0 && <OutlineArea name={t('phone.outline.elsewhere')} cards={elsewhere} />}
    </section>
  )
}

function OutlineArea({ name, cards }: { name: string; cards: readonly MappingCard[] }) {
  const { t } = useText()
  return (
    <section>
      <h2>{name}</h2>
      {cards.length === 0 ? (
        <p>{t('phone.outline.empty')}</p>
      ) : (
        <ul>
          {cards.map(({ id, kind, text }) => (
            <li key={id} className="phone-card" data-kind={kind}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
