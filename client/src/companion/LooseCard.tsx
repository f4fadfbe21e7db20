import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { memo, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { targetName } from '../session/writing-target.ts'
import { NewName } from './NewName.tsx'
import { useWaitingText } from './use-unfinished.ts'

interface LooseCardProps {
  session: BoardSession
  card: MappingCard
  /** its new group is being named */
  isNaming: boolean
  clusters: readonly { id: string; name: string }[]
  /** other places that it may be put into */
  areas: readonly { area: string; name: string }[]
  mayMake: boolean
  /** of which card the new group is named; null = of none */
  onNaming: (cardId: string | null) => void
  onMake: (card: MappingCard, name: string) => void
  onPut: (card: MappingCard, clusterId: string, name: string) => void
  onArea: (card: MappingCard, area: string, name: string) => void
}

/** The choice that makes a group. */
const NEW = 'new'

/** A card that is in no group yet, and where it could go: the phone's own list is the largest one it has. */
export const LooseCard = memo(function LooseCard({
  session,
  card,
  isNaming,
  clusters,
  areas,
  mayMake,
  onNaming,
  onMake,
  onPut,
  onArea,
}: LooseCardProps) {
  const { t } = useText()
  const groupName = targetName({ kind: 'name', id: card.id })
  useWaitingText(session, groupName, mayMake)
  const choice = useRef<HTMLSelectElement>(null)

  const nameOf = (name: string) => name || t('phone.group.unnamed')
  const choose = (value: string) => {
    if (value === NEW) return onNaming(card.id)
    const cluster = clusters.find(({ id }) => id === value)
    if (cluster) return onPut(card, cluster.id, nameOf(cluster.name))
    const place = areas.find(({ area }) => area === value)
    if (place) onArea(card, place.area, place.name)
  }
  const cancel = () => {
    onNaming(null)
    // once the list is there again
    requestAnimationFrame(() => choice.current?.focus())
  }
  return (
    <li className="phone-card" data-kind={card.kind} data-card={card.id}>
      <p className="phone-card-text" dir="auto">
        {card.text}
      </p>
      {isNaming ? (
        <NewName
          session={session}
          target={groupName}
          label={t('phone.group.newName')}
          make={t('phone.group.make')}
          onMake={(name) => onMake(card, name)}
          onCancel={cancel}
        />
      ) : (
        <select
          ref={choice}
          className="input phone-group-choice"
          aria-label={t('phone.group.intoLabel', { text: card.text })}
          value=""
          onChange={(event) => choose(event.target.value)}
        >
          <option value="" disabled>
            {t('phone.group.choose')}
          </option>
          {clusters.map(({ id, name }) => (
            <option key={id} value={id}>
              {nameOf(name)}
            </option>
          ))}
          {mayMake && <option value={NEW}>{t('phone.group.newOne')}</option>}
          {areas.length > 0 && (
            <optgroup label={t('phone.write.areas')}>
              {areas.map(({ area, name }) => (
                <option key={area} value={area}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      )}
    </li>
  )
})
