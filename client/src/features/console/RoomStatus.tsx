import { Hand, PencilLine, UserRoundX, UsersRound, Vote } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './console.css'
import { roomReading, type Named } from './room-reading.ts'
import { useLowerHand } from './use-lower-hand.ts'
import { usePresentIds } from './use-present-ids.ts'

/** Names before the rest becomes a number. */
const NAMES_SHOWN = 8

/** Who is ready, who is missing, who wants to speak: what a facilitator asks before going on. */
export function RoomStatus({ session }: { session: BoardSession }) {
  const { t } = useText()
  const view = useReadable(session.view)
  const present = usePresentIds(session)
  const room = useMemo(() => roomReading(view, present), [view, present])
  const lower = useLowerHand(session)

  return (
    <section className="room" aria-label={t('console.room')}>
      {room.hands.length > 0 && (
        <ol className="room-hands" aria-label={t('console.hands')}>
          {room.hands.map(({ id, name }, at) => (
            <li key={id}>
              <Hand aria-hidden />
              <span>{at === 0 ? t('console.nextToSpeak', { name }) : name}</span>
              <button
                type="button"
                className="btn btn-quiet"
                aria-label={t('console.lowerHandOf', { name })}
                aria-keyshortcuts={at === 0 ? 'Alt+J' : undefined}
                onClick={() => lower(id)}
              >
                {t('console.lowerHand')}
              </button>
            </li>
          ))}
        </ol>
      )}
      {view.phaseId !== null && (
        <>
          {room.here === 0 ? (
            <p className="room-nobody">
              <UsersRound aria-hidden /> {t('console.nobodyHere')}
            </p>
          ) : (
            <Count icon={<UsersRound aria-hidden />} label={t('console.ready')} done={room.ready} of={room.here} />
          )}
          {view.writing && room.here > 0 && (
            <Count
              icon={<PencilLine aria-hidden />}
              label={t('console.written', { count: view.writing.notes })}
              done={room.here - (room.notWritten?.length ?? 0)}
              of={room.here}
            />
          )}
        </>
      )}
      {view.round && (
        <Count
          icon={<Vote aria-hidden />}
          label={t('console.voted')}
          done={view.round.ballots}
          of={Math.max(room.here, view.round.ballots)}
        />
      )}
      {room.notWritten !== null ? (
        <Names label={t('console.notWritten')} people={room.notWritten} />
      ) : (
        view.phaseId !== null && room.ready > 0 && <Names label={t('console.notReady')} people={room.notReady} />
      )}
      {room.alone && <Names label={t('groups.alone')} people={room.alone} />}
      <Names icon={<UserRoundX aria-hidden />} label={t('console.away')} people={room.away} />
    </section>
  )
}

function Count({ icon, label, done, of }: { icon: ReactNode; label: string; done: number; of: number }) {
  const { t } = useText()
  return (
    <div className="room-count">
      {icon}
      <span>{label}</span>
      <b className="tabular">{t('console.countOf', { done, of })}</b>
      <span className="room-track" aria-hidden>
        <i style={{ width: `${of > 0 ? (100 * done) / of : 0}%` }} />
      </span>
    </div>
  )
}

function Names({ icon, label, people }: { icon?: ReactNode; label: string; people: readonly Named[] }) {
  const { t } = useText()
  if (people.length === 0) return null
  const rest = people.length - NAMES_SHOWN
  return (
    <div className="room-names">
      <p>
        {icon}
        {label} <b className="tabular">{people.length}</b>
      </p>
      <ul aria-label={label}>
        {people.slice(0, NAMES_SHOWN).map(({ id, name }) => (
          <li key={id} className="chip">
            {name}
          </li>
        ))}
        {rest > 0 && <li className="chip tabular">{t('people.more', { count: rest })}</li>}
      </ul>
    </div>
  )
}
