import { UsersRound } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './people.css'
import { useDistinctPeople } from './use-distinct-people.ts'

/** With whom one works now, oneself first. */
export function MyGroup({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { groups, me } = useReadable(session.view)
  const people = useDistinctPeople(session)
  const group = groups.find(({ members }) => members.includes(me.id))
  if (!group) return null
  const others = people.filter(({ id }) => id !== me.id && group.members.includes(id)).map(({ name }) => name)
  // Only facilitators are told the names of people who are not here.
  const away = group.members.length - 1 - others.length
  return (
    <p className="my-group">
      <UsersRound aria-hidden />
      <span>
        <b>{t('groups.yours', { name: group.name })}</b> {[t('groups.you'), ...others].join(t('groups.together'))}
        {away > 0 && ` · ${t('groups.away', { count: away })}`}
      </span>
    </p>
  )
}
