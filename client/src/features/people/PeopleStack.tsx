import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Popover } from '../../ui/Popover.tsx'
import type { Follow } from './follow.ts'
import './people.css'
import { PeopleRows } from './PeopleRows.tsx'
import { PersonReaction } from './PersonReaction.tsx'
import { useDistinctPeople } from './use-distinct-people.ts'

/** Discs beside one another before the rest becomes a number. */
const SHOWN = 4

interface PeopleStackProps {
  session: BoardSession
  follow?: Follow | undefined
}

/** Who is here, as discs in the header; a click lists the names. */
export function PeopleStack({ session, follow }: PeopleStackProps) {
  const { t } = useText()
  const people = useDistinctPeople(session)
  if (people.length === 0) return null
  const rest = people.length - SHOWN
  return (
    <Popover
      buttonClass="people-stack"
      label={`${t('people.list')}: ${t('people.count', { count: people.length })}`}
      title={t('people.list')}
      button={
        <>
          {people.slice(0, SHOWN).map(({ id, name, color }) => (
            <span key={id} className="person-disc">
              <Avatar name={name} color={color} />
              <PersonReaction session={session} personId={id} />
            </span>
          ))}
          {rest > 0 && <span className="people-rest tabular">{t('people.more', { count: rest })}</span>}
        </>
      }
    >
      {(close) => (
        <PeopleRows
          session={session}
          people={people}
          label={t('people.list')}
          follow={
            follow && {
              ...follow,
              toggle: (id) => {
                close()
                follow.toggle(id)
              },
            }
          }
        />
      )}
    </Popover>
  )
}
