import { useMemo } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { distinctPeople } from './distinct-people.ts'
import './people.css'
import { PeopleRows } from './PeopleRows.tsx'

/** Discs beside one another before the rest becomes a number. */
const SHOWN = 4

/** Who is here, as discs in the header; a click lists the names. */
export function PeopleStack({ session }: { session: BoardSession }) {
  const { t } = useText()
  const present = useReadable(session.people)
  const people = useMemo(() => distinctPeople(present), [present])
  if (people.length === 0) return null
  const rest = people.length - SHOWN
  return (
    <Popover
      buttonClass="people-stack"
      label={`${t('people.list')}: ${t('people.count', { count: people.length })}`}
      title={t('people.list')}
      button={
        <>
          {people.slice(0, SHOWN).map(({ clientId, name, color }) => (
            <Avatar key={clientId} name={name} color={color} />
          ))}
          {rest > 0 && <span className="people-rest tabular">{t('people.more', { count: rest })}</span>}
        </>
      }
    >
      {() => <PeopleRows people={people} onRename={(name) => session.send({ type: 'set-name', name })} />}
    </Popover>
  )
}
