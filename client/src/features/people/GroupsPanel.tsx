import type { Group } from '@remedyboard/shared/workshop/state'
import { ChevronDown, Combine, Shuffle, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newId } from '../../session/new-id.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './groups.css'
import { joinGroups, makeGroups, moveToGroup, type Grouping } from './make-groups.ts'
import { useDistinctPeople } from './use-distinct-people.ts'

const MOST_TABLES = 30

/** Where somebody is moved by hand. */
type Destination = { group: string } | 'new' | 'none'

/** For facilitators: who works with whom, by chance or by hand. `isWanted`: the running step is for groups. */
export function GroupsPanel({ session, isWanted }: { session: BoardSession; isWanted: boolean }) {
  const { t } = useText()
  const { groups, roster = [] } = useReadable(session.view)
  const people = useDistinctPeople(session)
  const { failure, run } = useAction(failureCode)
  const [tables, setTables] = useState(4)
  const present = new Set(people.map(({ id }) => id))
  const participants = roster.filter(({ role }) => role === 'participant')
  const here = participants.filter(({ id }) => present.has(id))
  const alone = here.filter(({ id }) => !groups.some(({ members }) => members.includes(id)))

  const set = (next: readonly Group[]) =>
    void run(() => session.send({ type: 'set-groups', groups: next.map(({ members, ...rest }) => ({ ...rest, members: [...members] })) }))
  const nameOf = (number: number) => t('groups.name', { number })
  const make = (grouping: Grouping) =>
    set(
      makeGroups(
        here.map(({ id }) => id),
        grouping,
        { random: Math.random, newId, nameOf },
      ),
    )
  const moveTo = (person: string, to: Destination) => {
    if (to !== 'new') return set(moveToGroup(groups, person, to === 'none' ? null : to.group))
    set([...moveToGroup(groups, person, null), { id: newId(), name: nameOf(groups.length + 1), members: [person] }])
  }
  const member = (id: string) => (
    <li key={id}>
      <Member
        name={roster.find((each) => each.id === id)?.name ?? ''}
        isHere={present.has(id)}
        groups={groups}
        onMove={(to) => moveTo(id, to)}
      />
    </li>
  )

  return (
    <details className="groups" open={isWanted || groups.length > 0}>
      <summary>
        <UsersRound aria-hidden /> {t('groups.title')}
        {groups.length > 0 && <span className="chip tabular">{groups.length}</span>}
      </summary>
      <div className="groups-body">
        <div className="groups-make" role="group" aria-label={t('groups.make')}>
          <Shuffle aria-hidden />
          <button type="button" className="btn" disabled={here.length === 0} onClick={() => make({ kind: 'pairs' })}>
            {t('groups.pairs')}
          </button>
          <button type="button" className="btn" disabled={here.length === 0} onClick={() => make({ kind: 'fours' })}>
            {t('groups.fours')}
          </button>
          <button type="button" className="btn" disabled={here.length === 0} onClick={() => make({ kind: 'tables', tables })}>
            {t('groups.tables', { count: tables })}
          </button>
          <NumberField
            label={t('groups.howManyTables')}
            isLabelHidden
            value={tables}
            min={1}
            max={MOST_TABLES}
            onCommit={(count) => count !== null && setTables(count)}
          />
        </div>
        {here.length === 0 && <p className="field-hint">{t('groups.nobody')}</p>}
        {groups.map((group) => (
          <section key={group.id} aria-label={group.name}>
            <h4>
              {group.name} <span className="tabular">{group.members.length}</span>
            </h4>
            <ul>{group.members.map(member)}</ul>
          </section>
        ))}
        {groups.length > 0 && alone.length > 0 && (
          <section aria-label={t('groups.alone')}>
            <h4>{t('groups.alone')}</h4>
            <ul>{alone.map(({ id }) => member(id))}</ul>
          </section>
        )}
        {groups.length > 0 && (
          <div className="groups-make">
            {groups.length > 1 && (
              <button type="button" className="btn" onClick={() => set(joinGroups(groups))}>
                <Combine aria-hidden /> {t('groups.join')}
              </button>
            )}
            <button type="button" className="btn btn-quiet" onClick={() => set([])}>
              {t('groups.dissolve')}
            </button>
          </div>
        )}
        {failure && (
          <p className="field-error" role="alert">
            {t('people.failed', { reason: t(`error.${failure}`) })}
          </p>
        )}
      </div>
    </details>
  )
}

interface MemberProps {
  name: string
  isHere: boolean
  groups: readonly Group[]
  onMove: (to: Destination) => void
}

function Member({ name, isHere, groups, onMove }: MemberProps) {
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
      {(close) => {
        const item = (to: Destination, words: string) => (
          <button
            key={typeof to === 'string' ? to : to.group}
            type="button"
            className="menu-item"
            onClick={() => {
              close()
              onMove(to)
            }}
          >
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
      }}
    </Popover>
  )
}
