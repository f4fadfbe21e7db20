import { ChevronDown, Ellipsis, Pencil, ScanEye } from 'lucide-react'
import { memo, useId, useMemo, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { clockTime } from '../../ui/clock-time.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useStable } from '../../ui/use-stable.ts'
import type { Follow } from './follow.ts'
import type { ListedPerson } from './listed-person.ts'
import './people.css'
import { PersonActions } from './PersonActions.tsx'
import { PersonReaction } from './PersonReaction.tsx'
import { PersonSigns } from './PersonSigns.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { RenameForm } from './RenameForm.tsx'
import { NO_SIGNS, signsOf, type Signs } from './signs-of.ts'

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
  const { me, hands, roster } = useReadable(session.view)
  const [opened, setOpened] = useState<string | null>(null)
  const signs = useMemo(() => signsOf({ hands, ...(roster ? { roster } : {}) }), [hands, roster])
  const onFollow = useStable((id: string) => follow?.toggle(id))
  const onOpen = useStable((id: string) => setOpened(opened === id ? null : id))
  const onReturn = useStable((person: { id: string; name: string }) => onReturnLink?.(person))
  return (
    <ul className="people-rows" aria-label={label}>
      {people.map((person) => {
        const { place, hasWritten, isReady } = signs.get(person.id) ?? NO_SIGNS
        return (
          <PersonRow
            key={person.id}
            session={session}
            person={person}
            place={place}
            hasWritten={hasWritten}
            isReady={isReady}
            isFollowed={follow ? follow.following === person.id : null}
            onFollow={onFollow}
            leads={me.role === 'facilitator'}
            isOpen={opened === person.id}
            onOpen={onOpen}
            onReturnLink={onReturnLink && onReturn}
          />
        )
      })}
    </ul>
  )
}

interface PersonRowProps extends Signs {
  session: BoardSession
  person: ListedPerson
  /** null: there is nothing to follow with */
  isFollowed: boolean | null
  onFollow: (id: string) => void
  /** whoever looks is a facilitator */
  leads: boolean
  isOpen: boolean
  onOpen: (id: string) => void
  onReturnLink: ((person: { id: string; name: string }) => void) | undefined
}

/** One person. Kept while only others change: three hundred rows took half a second whenever a hand went up. */
const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { session, person, isFollowed, onFollow, leads, isOpen, onOpen, onReturnLink, ...signs } = props
  const { t } = useText()
  return (
    <li>
      <span className="person-disc">
        <Avatar name={person.name} color={person.color} />
        <PersonReaction session={session} personId={person.id} />
      </span>
      {person.isMe ? (
        <OwnName session={session} person={person} signs={signs} />
      ) : (
        <>
          <span className="people-name">
            {person.name}
            {person.awaySince !== undefined && <AwayTime session={session} at={person.awaySince} />}
          </span>
          <PersonSigns {...signs} />
          {person.role !== 'participant' && <span className="people-role">{t(`role.${person.role}`)}</span>}
          <span className="people-buttons">
            {isFollowed !== null && (
              <button
                type="button"
                className="btn btn-quiet people-button"
                aria-label={t('people.follow', { name: person.name })}
                aria-pressed={isFollowed}
                title={t('people.follow', { name: person.name })}
                onClick={() => onFollow(person.id)}
              >
                <ScanEye aria-hidden />
              </button>
            )}
            {leads && (
              <button
                type="button"
                className="btn btn-quiet people-button"
                aria-label={t('people.actions', { name: person.name })}
                title={t('people.actions', { name: person.name })}
                aria-expanded={isOpen}
                onClick={() => onOpen(person.id)}
              >
                <Ellipsis aria-hidden />
              </button>
            )}
          </span>
          {leads && isOpen && <PersonActions session={session} person={person} onReturnLink={onReturnLink} />}
        </>
      )}
    </li>
  )
}, sameRow)

/** The lists are made anew with each message; the people in them seldom change. */
function sameRow({ person: was, ...before }: PersonRowProps, { person: is, ...after }: PersonRowProps): boolean {
  return (was === is || sameFields(was, is)) && sameFields(before, after)
}

function sameFields<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[]
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}

function AwayTime({ session, at }: { session: BoardSession; at: number }) {
  const { t, locale } = useText()
  return <span className="people-since">{t('people.awaySince', { when: clockTime(at, session.serverNow(), locale) })}</span>
}

function OwnName({ session, person: { id: ownId, name, role }, signs }: { session: BoardSession; person: ListedPerson; signs: Signs }) {
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
      <PersonSigns {...signs} />
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
