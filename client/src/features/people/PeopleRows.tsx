import { useText } from '../../i18n/use-text.ts'
import type { PresentPerson } from '../../session/board-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import './people.css'

/** Names, with the role where it is not the usual one. */
export function PeopleRows({ people }: { people: readonly PresentPerson[] }) {
  const { t } = useText()
  return (
    <ul className="people-rows" aria-label={t('people.list')}>
      {people.map(({ clientId, name, color, role, isMe }) => (
        <li key={clientId}>
          <Avatar name={name} color={color} />
          <span className="people-name">{name}</span>
          {isMe && <span className="chip">{t('people.you')}</span>}
          {role !== 'participant' && <span className="people-role">{t(`role.${role}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
