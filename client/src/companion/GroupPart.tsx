import { refusalOf } from '@remedyboard/shared/board/permission'
import type { Cluster } from '@remedyboard/shared/mapping/clusters'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { Lock } from 'lucide-react'
import { memo } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { CommitField } from '../ui/CommitField.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { useSelected } from '../ui/use-selected.ts'

interface GroupPartProps {
  session: BoardSession
  cluster: Cluster
  mayMove: (card: MappingCard) => boolean
  onTakeOut: (card: MappingCard) => void
}

/** A group with its name and its cards. */
export const GroupPart = memo(function GroupPart({ session, cluster: { id, name, settled, cards }, mayMove, onTakeOut }: GroupPartProps) {
  const { t } = useText()
  const rights = useReadable(session.rights)
  const myId = useSelected(session.view, ({ me }) => me.id)
  const meta = useReadable(session.records).get(id)?.meta
  const target = { own: meta?.['author'] === myId, locked: meta?.['lock'] === true, link: false, cluster: true }
  const mayChange = refusalOf(rights, 'content', target) === null
  const title = name || t('phone.group.unnamed')
  return (
    <section className="phone-group" aria-label={title}>
      <div className="phone-group-head">
        {mayChange ? (
          <CommitField
            label={t('phone.group.name')}
            placeholder={t('phone.group.unnamed')}
            value={name}
            maxLength={COMMAND_LIMITS.nameLength}
            onCommit={(value) => session.edit([{ op: 'change', id, changes: [{ key: 'props.name', value: value.trim() }] }])}
          />
        ) : (
          <h3 dir="auto">{title}</h3>
        )}
        {settled && (
          <span className="chip">
            <Lock aria-hidden /> {t('phone.group.settled')}
          </span>
        )}
        <span className="phone-group-count tabular">{cards.length}</span>
      </div>
      {cards.length > 0 ? (
        <ul className="phone-list">
          {cards.map((card) => (
            <li key={card.id} className="phone-card phone-grouped" data-kind={card.kind}>
              <p className="phone-card-text" dir="auto">
                {card.text}
              </p>
              {mayMove(card) && (
                <button
                  type="button"
                  className="btn"
                  aria-label={t('phone.group.takeOutLabel', { text: card.text })}
                  onClick={() => onTakeOut(card)}
                >
                  {t('phone.group.takeOut')}
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        mayChange && (
          <button type="button" className="btn" onClick={() => session.edit([{ op: 'delete', id }])}>
            {t('phone.write.dissolve')}
          </button>
        )
      )}
    </section>
  )
})
