import { useMemo } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { distinctPeople } from './distinct-people.ts'
import './people.css'
import { PeopleRows } from './PeopleRows.tsx'

/** Who is here, as a list in the side panel. */
export function PeoplePanel({ session }: { session: BoardSession }) {
  const { t } = useText()
  const present = useReadable(session.people)
  const people = useMemo(() => distinctPeople(present), [present])
  return (
    <section className="panel-section" aria-label={t('people.title')}>
      <div className="panel-heading">
        <h3>{t('people.title')}</h3>
        <span>{t('people.count', { count: people.length })}</span>
      </div>
      <PeopleRows people={people} onRename={(name) => session.send({ type: 'set-name', name })} />
      {people.length <= 1 && <p className="people-alone">{t('people.alone')}</p>}
    </section>
  )
}
