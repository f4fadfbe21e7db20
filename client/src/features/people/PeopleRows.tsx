import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { PresentPerson } from '../../session/board-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import './people.css'
import { RenameForm } from './RenameForm.tsx'

interface PeopleRowsProps {
  people: readonly PresentPerson[]
  onRename: (name: string) => Promise<void>
}

/** Names, with the role where it is not the usual one. One's own can be changed. */
export function PeopleRows({ people, onRename }: PeopleRowsProps) {
  const { t } = useText()
  const [renaming, setRenaming] = useState(false)
  return (
    <ul className="people-rows" aria-label={t('people.list')}>
      {people.map(({ clientId, name, color, role, isMe }) => (
        <li key={clientId}>
          <Avatar name={name} color={color} />
          {isMe && renaming ? (
            <RenameForm name={name} onRename={onRename} onDone={() => setRenaming(false)} />
          ) : (
            <>
              <span className="people-name">{name}</span>
              {isMe && (
                <>
                  <span className="chip">{t('people.you')}</span>
                  <button
                    type="button"
                    className="btn btn-quiet people-rename"
                    aria-label={t('people.rename')}
                    title={t('people.rename')}
                    onClick={() => setRenaming(true)}
                  >
                    <Pencil aria-hidden />
                  </button>
                </>
              )}
              {role !== 'participant' && <span className="people-role">{t(`role.${role}`)}</span>}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
