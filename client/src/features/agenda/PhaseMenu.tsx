import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { BellOff, BellRing, Ellipsis, FastForward, Repeat, TimerReset } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { endBell, ringEndBell } from './end-bell.ts'
import type { Steering } from './steer-command.ts'
import type { Steer } from './use-steering.ts'

interface PhaseMenuProps {
  session: BoardSession
  steering: Steer
}

/** What a facilitator needs now and then: the timer from its beginning, the step again, leaving one out, the sound. */
export function PhaseMenu({ session, steering: { may, steer } }: PhaseMenuProps) {
  const { t, locale } = useText()
  const { agenda, phaseId } = useReadable(session.view)
  const rings = useReadable(endBell)
  const { phase, next } = agendaPosition(agenda, phaseId)

  const items = (close: () => void) => {
    const act = (what: Steering) => () => {
      close()
      steer(what)
    }
    return (
      <div className="menu">
        {phase && phase.minutes > 0 && (
          <button type="button" className="menu-item" disabled={!may('reset')} aria-keyshortcuts="Alt+R" onClick={act('reset')}>
            <TimerReset aria-hidden /> {t('console.resetTimer')}
            <kbd className="menu-key" aria-hidden>
              Alt+R
            </kbd>
          </button>
        )}
        <button type="button" className="menu-item" disabled={!may('repeat')} onClick={act('repeat')}>
          <Repeat aria-hidden /> {t('console.repeat')}
        </button>
        {next && may('skip') && (
          <button type="button" className="menu-item" onClick={act('skip')}>
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
