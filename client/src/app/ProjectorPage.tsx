import { lazy } from 'react'
import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import { formatClock } from '../features/agenda/timer-reading.ts'
import { timerMood } from '../features/agenda/timer-mood.ts'
import { useTimer } from '../features/agenda/use-timer.ts'
import { joinAddress, spacedCode } from '../features/invite/join-address.ts'
import '../features/invite/invite.css'
import { QrCode } from '../features/invite/QrCode.tsx'
import { useJoinCode } from '../features/invite/use-join-code.ts'
import { useLinks } from '../features/invite/use-links.ts'
import { WallReactions } from '../features/people/WallReactions.tsx'
import { ProjectorView } from '../features/projector/ProjectorView.tsx'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useTheme } from '../ui/theme.ts'
import { useReadable } from '../ui/use-readable.ts'

const BoardCanvas = lazy(() => import('../canvas/BoardCanvas.tsx'))

const nothing = () => undefined

/** `/b/<id>?view=projector`: the board for the wall of the room. */
export function ProjectorPage({ session }: { session: BoardSession }) {
  const { locale } = useText()
  const theme = useTheme()
  const { agenda, phaseId, entryOpen } = useReadable(session.view)
  const { phase, next } = agendaPosition(agenda, phaseId)
  return (
    <ProjectorView
      session={session}
      phase={phase}
      next={phase ? next : null}
      join={
        <>
          {entryOpen && <WallJoin session={session} />}
          <WallReactions session={session} />
        </>
      }
      timer={<WallTimer session={session} />}
      board={(onReady) => (
        <BoardCanvas
          session={session}
          locale={locale}
          theme={theme}
          canEdit={false}
          onWall
          marks={boardMapping(session).marks}
          onOpenRemarks={nothing}
          onReady={onReady}
        />
      )}
    />
  )
}

function WallJoin({ session }: { session: BoardSession }) {
  const { t } = useText()
  const joinCode = useJoinCode(session)
  const { links } = useLinks(session)
  if (joinCode === '') return null
  // Facilitators know an address that other devices reach; everybody else has come by one.
  const { url, host } = joinAddress(links?.links.participant ?? location.origin, joinCode)
  return (
    <div className="wall-join">
      <QrCode value={url} label={t('projector.qr')} />
      <p className="wall-join-code">{spacedCode(joinCode)}</p>
      <p className="wall-join-host">{host}</p>
    </div>
  )
}

function WallTimer({ session }: { session: BoardSession }) {
  const { t } = useText()
  const reading = useTimer(session)
  if (!reading) return null
  const mood = timerMood(reading)
  const clock = formatClock(reading.remainingMs)
  return (
    <div className="wall-time" role="timer" data-mood={mood} data-long={clock.length > 5}>
      <b className="tabular">{clock}</b>
      {mood === 'over' && <span>{t('projector.timeUp')}</span>}
      {mood === 'paused' && <span>{t('projector.paused')}</span>}
    </div>
  )
}
