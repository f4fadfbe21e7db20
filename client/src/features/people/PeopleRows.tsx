import { ChevronDown, Ellipsis, Pencil, ScanEye } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { clockTime } from '../../ui/clock-time.ts'
import { useReadable } from '../../ui/use-readable.ts'
import type { Follow } from './follow.ts'
import type { ListedPerson } from './listed-person.ts'
import './people.css'
import { PersonActions } from './PersonActions.tsx'
import { PersonReaction } from './PersonReaction.tsx'
import { PersonSigns } from './PersonSigns.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { RenameForm } from './RenameForm.tsx'

interface PeopleRowsProps {
  session: BoardSession
  people: readonly ListedPerson[]
  /** accessible name of the list */
  label: string
  /** absent for those who are away, and until the canvas is there */
  follow?: Follow | undefined
  /** facilitators: shows the link that brings somebody back on another device */
  onReturnLink?: ((person: { id: string; name: string }) => void) | undefined
}

/** Names, with the role where it is not the usual one. One's own name can be changed; facilitators decide about the others. */
export function PeopleRows({ session, people, label, follow, onReturnLink }: PeopleRowsProps) {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <ul className="people-rows" aria-label={label}>
      {people.map((person) => (
        <li key={person.id}>
          <span className="person-disc">
            <Avatar name={person.name} color={person.color} />
            <PersonReaction session={session} personId={person.id} />
          </span>
          {person.isMe ? (
            <OwnName session={session} person={person} />
          ) : (
            <>
              <span className="people-name">
                {person.name}
                {person.awaySince !== undefined && <AwayTime session={session} at={person.awaySince} />}
              </span>
              <PersonSigns session={session} id={person.id} />
              {person.role !== 'participant' && <span className="people-role">{t(`role.${person.role}`)}</span>}
              <span className="people-buttons">
                {follow && (
                  <button
                    type="button"
                    className="btn btn-quiet people-button"
                    aria-label={t('people.follow', { name: person.name })}
                    aria-pressed={follow.following === person.id}
                    title={t('people.follow', { name: person.name })}
                    onClick={() => follow.toggle(person.id)}
                  >
                    <ScanEye aria-hidden />
                  </button>
                )}
                {me.role === 'facilitator' && (
                  <button
                    type="button"
                    className="btn btn-quiet people-button"
                    aria-label={t('people.actions', { name: person.name })}
                    title={t('people.actions', { name: person.name })}
                    aria-expanded={opened === person.id}
                    onClick={() => setOpened(opened === person.id ? null : person.id)}
                  >
                    <Ellipsis aria-hidden />
                  </button>
                )}
              </span>
              {me.role === 'facilitator' && opened === person.id && (
                <PersonActions session={session} person={person} onReturnLink={onReturnLink} />
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function AwayTime({ session, at }: { session: BoardSession; at: number }) {
  const { t, locale } = useText()
  return <span className="people-since">{t('people.awaySince', { when: clockTime(at, session.serverNow(), locale) })}</span>
}

function OwnName({ session, person: { id: ownId, name, role } }: { session: BoardSession; person: ListedPerson }) {
  const { t } = useText()
  const [choosing, setChoosing] = useState(false)
  const id = useId()
  const [renaming, setRenaming] = useState(false)
  if (renaming) {
    return (
      <RenameForm
        label={t('people.rename')}
        name={name}
        onRename={(next) => session.send({ type: 'set-name', name: next })}
        onDone={() => setRenaming(false)}
      />
    )
  }
  return (
    <>
      <span className="people-name" id={id}>
        {name}
      </span>
      <span className="chip">{t('people.you')}</span>
      <button
        type="button"
        className="btn btn-quiet people-button"
        aria-label={t('people.rename')}
        aria-describedby={id}
        title={t('people.rename')}
        onClick={() => setRenaming(true)}
      >
        <Pencil aria-hidden />
      </button>
      <PersonSigns session={session} id={ownId} />
      {role !== 'participant' && role !== 'facilitator' && <span className="people-role">{t(`role.${role}`)}</span>}
      {role === 'facilitator' && (
        <button type="button" className="people-role people-own-role" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t('role.facilitator')} <ChevronDown aria-hidden />
        </button>
      )}
      {role === 'facilitator' && choosing && (
        <div className="person-actions">
          <p className="field-hint">{t('roster.ownRole')}</p>
          <RoleChoice session={session} person={{ id: ownId, name, role }} />
        </div>
      )}
    </>
  )
}
