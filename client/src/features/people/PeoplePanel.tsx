import { useMemo } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { awayPeople } from './away-people.ts'
import { EntrySwitch } from './EntrySwitch.tsx'
import type { Follow } from './follow.ts'
import './people.css'
import { PeopleRows } from './PeopleRows.tsx'
import { useDistinctPeople } from './use-distinct-people.ts'

interface PeoplePanelProps {
  session: BoardSession
  follow?: Follow | undefined
  onReturnLink?: ((person: { id: string; name: string }) => void) | undefined
}

/** Who is here, as a list in the side panel; for facilitators also who is away, and the door. */
export function PeoplePanel({ session, follow, onReturnLink }: PeoplePanelProps) {
  const { t } = useText()
  const people = useDistinctPeople(session)
  const { roster, me } = useReadable(session.view)
  const away = useMemo(() => awayPeople(roster ?? [], people), [roster, people])
  return (
    <section className="panel-section" aria-label={t('people.title')}>
      <div className="panel-heading">
        <h3>{t('people.title')}</h3>
        <span>{t('people.count', { count: people.length })}</span>
      </div>
      <PeopleRows session={session} people={people} label={t('people.list')} follow={follow} onReturnLink={onReturnLink} />
      {people.length <= 1 && <p className="people-alone">{t('people.alone')}</p>}
      {away.length > 0 && (
        <details className="people-away">
          <summary>
            {t('people.away')} <span>{t('people.count', { count: away.length })}</span>
          </summary>
          <PeopleRows session={session} people={away} label={t('people.awayList')} onReturnLink={onReturnLink} />
        </details>
      )}
      {me.role === 'facilitator' && <EntrySwitch session={session} />}
    </section>
  )
}
