import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { BellOff, BellRing, Ellipsis, FastForward, Repeat, TimerReset } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { PressButton } from '../../ui/PressButton.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { endBell, ringEndBell } from './end-bell.ts'
import type { Steering } from './steer-command.ts'
import type { Steer } from './use-steering.ts'

interface PhaseMenuProps {
  session: BoardSession
  steering: Steer
  /** under the thumb: as large as the buttons beside it, with a word */
  isLarge?: boolean
}

/** What a facilitator needs now and then: the timer from its beginning and the step again, after a question; leaving one out; the sound. */
export function PhaseMenu({ session, steering: { may, steer }, isLarge = false }: PhaseMenuProps) {
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
      <div className="menu phase-menu">
        {phase && phase.minutes > 0 && (
          <ConfirmButton
            className="menu-item"
            question={t('console.resetAsk')}
            yes={t('console.resetYes')}
            no={t('console.leaveIt')}
            onConfirm={act('reset')}
          >
            <TimerReset aria-hidden /> {t('console.resetTimer')}
          </ConfirmButton>
        )}
        <ConfirmButton
          className="menu-item"
          question={t('console.repeatAsk')}
          yes={t('console.repeatYes')}
          no={t('console.leaveIt')}
          onConfirm={act('repeat')}
        >
          <Repeat aria-hidden /> {t('console.repeat')}
        </ConfirmButton>
        {next && may('skip') && (
          <PressButton className="menu-item" enabled onClick={act('skip')}>
            <FastForward aria-hidden /> {t('console.skip', { name: inLocale(next.name, locale) })}
          </PressButton>
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
    <Popover
      button={
        <>
          <Ellipsis aria-hidden />
          {isLarge && <span aria-hidden>{t('console.moreShort')}</span>}
        </>
      }
      buttonClass={isLarge ? 'steer-button' : 'btn btn-icon'}
      label={t('console.more')}
      title={t('console.more')}
    >
      {items}
    </Popover>
  )
}
