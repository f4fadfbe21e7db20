import { ChevronDown } from 'lucide-react'
import { memo } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'

/** Where somebody is moved by hand. */
export type Destination = { group: string } | 'new' | 'none'

interface GroupMemberProps {
  session: BoardSession
  id: string
  name: string
  isHere: boolean
  onMove: (id: string, to: Destination) => void
}

/** Somebody in a group, and the menu that moves them. Kept while only others change: there may be hundreds. */
export const GroupMember = memo(function GroupMember({ session, id, name, isHere, onMove }: GroupMemberProps) {
  const { t } = useText()
  return (
    <Popover
      buttonClass={isHere ? 'chip group-member' : 'chip group-member group-member-away'}
      label={t('groups.move', { name })}
      button={
        <>
          {name} <ChevronDown aria-hidden />
        </>
      }
    >
      {(close) => (
        <Destinations
          session={session}
          name={name}
          onChoose={(to) => {
            close()
            onMove(id, to)
          }}
        />
      )}
    </Popover>
  )
})

function Destinations({ session, name, onChoose }: { session: BoardSession; name: string; onChoose: (to: Destination) => void }) {
  const { t } = useText()
  const { groups } = useReadable(session.view)
  const item = (to: Destination, words: string) => (
    <button key={typeof to === 'string' ? to : to.group} type="button" className="menu-item" onClick={() => onChoose(to)}>
      {words}
    </button>
  )
  return (
    <div className="menu">
      <p className="menu-title">{t('groups.move', { name })}</p>
      {groups.map((group) => item({ group: group.id }, group.name))}
      {item('new', t('groups.new'))}
      {item('none', t('groups.none'))}
    </div>
  )
}
