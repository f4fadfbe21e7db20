import { UsersRound } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './people.css'
import { useDistinctPeople } from './use-distinct-people.ts'

/** With whom one works now. */
export function MyGroup({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { groups, me } = useReadable(session.view)
  const people = useDistinctPeople(session)
  const group = groups.find(({ members }) => members.includes(me.id))
  if (!group) return null
  const others = people.filter(({ id }) => id !== me.id && group.members.includes(id))
  return (
    <p className="my-group">
      <UsersRound aria-hidden />
      <span>
        <b>{t('groups.yours', { name: group.name })}</b>{' '}
        {others.length > 0 ? others.map(({ name }) => name).join(t('groups.together')) : t('groups.onlyYou')}
      </span>
    </p>
  )
}
