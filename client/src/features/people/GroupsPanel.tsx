import type { Group } from '@remedyboard/shared/workshop/state'
import { Combine, Shuffle, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newId } from '../../session/new-id.ts'
import { CarefulButton } from '../../ui/CarefulButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { showOnArrival } from '../../ui/show-on-arrival.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useStable } from '../../ui/use-stable.ts'
import { GroupMember, type Destination } from './GroupMember.tsx'
import './groups.css'
import { joinGroups, makeGroups, moveToGroup, type Grouping } from './make-groups.ts'
import { useDistinctPeople } from './use-distinct-people.ts'

const MOST_TABLES = 30

/** For facilitators: who works with whom, by chance or by hand. `isWanted`: the running step is for groups. */
export function GroupsPanel({ session, isWanted }: { session: BoardSession; isWanted: boolean }) {
  const { t } = useText()
  const { agenda, groups, roster = [], unrevealed = [] } = useReadable(session.view)
  const people = useDistinctPeople(session)
  const { failure, run } = useAction(failureCode)
  const [tables, setTables] = useState(4)
  const present = new Set(people.map(({ id }) => id))
  const participants = roster.filter(({ role }) => role === 'participant')
  const here = participants.filter(({ id }) => present.has(id))
  const placed = new Set(groups.flatMap(({ members }) => members))
  const alone = here.filter(({ id }) => !placed.has(id))
  const names = new Map(roster.map(({ id, name }) => [id, name]))
  // What a group has hidden is read by its members only: other groups are other readers.
  const hideNotes = agenda.some(({ id, privacy }) => privacy === 'group' && unrevealed.some(({ phaseId }) => phaseId === id))

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
  const moveTo = useStable((person: string, to: Destination) => {
    if (to !== 'new') return set(moveToGroup(groups, person, to === 'none' ? null : to.group))
    set([...moveToGroup(groups, person, null), { id: newId(), name: nameOf(groups.length + 1), members: [person] }])
  })
  const member = (id: string) => (
    <li key={id}>
      <GroupMember session={session} id={id} name={names.get(id) ?? ''} isHere={present.has(id)} onMove={moveTo} />
    </li>
  )
  const no = t('groups.leaveThem')
  const makeButton = (grouping: Grouping, words: string) => (
    <CarefulButton
      ask={
        groups.length > 0
          ? { question: t(hideNotes ? 'groups.remakeNotesAsk' : 'groups.remakeAsk'), yes: t('groups.remakeYes', { kind: words }), no }
          : null
      }
      enabled={here.length > 0}
      onPress={() => make(grouping)}
    >
      {words}
    </CarefulButton>
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
          {makeButton({ kind: 'pairs' }, t('groups.pairs'))}
          {makeButton({ kind: 'fours' }, t('groups.fours'))}
          {makeButton({ kind: 'tables', tables }, t('groups.tables', { count: tables }))}
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
            <CarefulButton
              className="btn btn-quiet"
              ask={{ question: t(hideNotes ? 'groups.dissolveNotesAsk' : 'groups.dissolveAsk'), yes: t('groups.dissolveYes'), no }}
              enabled
              onPress={() => set([])}
            >
              {t('groups.dissolve')}
            </CarefulButton>
          </div>
        )}
        {failure && (
          <p ref={showOnArrival} className="field-error" role="alert">
            {failure === 'unprocessable' || failure === 'conflict'
              ? t('groups.newReaders')
              : t('people.failed', { reason: t(`error.${failure}`) })}
          </p>
        )}
      </div>
    </details>
  )
}
