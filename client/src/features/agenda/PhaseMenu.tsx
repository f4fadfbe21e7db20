import { BellOff, BellRing, Ellipsis, FastForward, Repeat, TimerReset } from 'lucide-react'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { endBell, ringEndBell } from './end-bell.ts'
import { resetTimer } from './timer-reading.ts'
import { useTimer } from './use-timer.ts'

interface PhaseMenuProps {
  session: BoardSession
  busy: boolean
  steer: (command: WorkshopCommand) => void
}

/** What a facilitator needs now and then: the timer from its beginning, the step again, leaving one out, the sound. */
export function PhaseMenu({ session, busy, steer }: PhaseMenuProps) {
  const { t, locale } = useText()
  const { agenda, phaseId, phaseRun } = useReadable(session.view)
  const reading = useTimer(session)
  const rings = useReadable(endBell)
  const { index, phase, next } = agendaPosition(agenda, phaseId)
  const afterNext = agenda[index + 2]
  if (!phase) return null

  const items = (close: () => void) => {
    const act = (command: WorkshopCommand) => () => {
      close()
      steer(command)
    }
    return (
      <div className="menu">
        {phase.minutes > 0 && (
          <button
            type="button"
            className="menu-item"
            disabled={busy}
            aria-keyshortcuts="Alt+R"
            onClick={act({ type: 'set-timer', ...resetTimer(phase.minutes, reading) })}
          >
            <TimerReset aria-hidden /> {t('console.resetTimer')}
            <kbd className="menu-key" aria-hidden>
              Alt+R
            </kbd>
          </button>
        )}
        <button type="button" className="menu-item" disabled={busy} onClick={act({ type: 'repeat-phase', run: phaseRun })}>
          <Repeat aria-hidden /> {t('console.repeat')}
        </button>
        {next && afterNext && (
          <button type="button" className="menu-item" disabled={busy} onClick={act({ type: 'set-phase', phaseId: afterNext.id })}>
            <FastForward aria-hidden /> {t('console.skip', { name: inLocale(next.name, locale) })}
          </button>
        )}
        <div className="menu-line" />
        <button
          type="button"
          className="menu-item"
          aria-pressed={rings}
          onClick={() => {
            endBell.set(!rings)
            if (!rings) ringEndBell()
          }}
        >
          {rings ? <BellRing aria-hidden /> : <BellOff aria-hidden />} {rings ? t('console.soundOn') : t('console.soundOff')}
        </button>
      </div>
    )
  }

  return (
    <Popover button={<Ellipsis aria-hidden />} buttonClass="btn btn-icon" label={t('console.more')} title={t('console.more')}>
      {items}
    </Popover>
  )
}
