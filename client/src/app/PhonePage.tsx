import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { PhoneView } from '../companion/PhoneView.tsx'
import { TimerFace } from '../features/agenda/TimerFace.tsx'
import { useTimer } from '../features/agenda/use-timer.ts'
import '../features/agenda/agenda.css'
import { ConnectionBanner } from '../features/save-status/ConnectionBanner.tsx'
import { SaveChip } from '../features/save-status/SaveChip.tsx'
import type { BoardSession } from '../session/board-session.ts'
import { PhoneMenu } from './PhoneMenu.tsx'
import { SessionHost } from './SessionHost.tsx'

/** An open board on a phone: what to do now, in large words, and the whole board as an outline. */
export function PhonePage({ board }: { board: BoardResponse }) {
  return (
    <SessionHost board={board}>
      {(session) => (
        <PhoneView
          session={session}
          status={<SaveChip session={session} />}
          banner={<ConnectionBanner session={session} />}
          timer={<PhoneTimer session={session} />}
          menu={<PhoneMenu session={session} />}
        />
      )}
    </SessionHost>
  )
}

function PhoneTimer({ session }: { session: BoardSession }) {
  const reading = useTimer(session)
  return reading && <TimerFace reading={reading} />
}
