import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

/** Which step runs and what it asks, in large words. */
export function PhoneStep({ session, isSmall }: { session: BoardSession; isSmall: boolean }) {
  const { t, locale } = useText()
  const { agenda, phaseId, phaseRun } = useReadable(session.view)
  const { index, phase } = agendaPosition(agenda, phaseId)
  const heading = useRef<HTMLHeadingElement>(null)
  const lastRun = useRef(phaseRun)

  // Who reads with a screen reader is brought to the new step; who is writing is left alone.
  useEffect(() => {
    if (lastRun.current === phaseRun) return
    lastRun.current = phaseRun
    scrollTo(0, 0)
    if (!(document.activeElement instanceof HTMLTextAreaElement)) heading.current?.focus({ preventScroll: true })
  }, [phaseRun])

  return (
    <div className="phone-step">
      {phase && <p className="phone-step-number">{t('agenda.step', { step: index + 1, total: agenda.length })}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {phase ? inLocale(phase.name, locale) : t(agenda.length === 0 ? 'phone.noAgendaTitle' : 'phone.notStarted')}
      </h1>
      {!isSmall && (
        <p className="phone-instruction">
          {phase ? inLocale(phase.instruction, locale) : t(agenda.length === 0 ? 'phone.noAgenda' : 'phone.notStartedHint')}
        </p>
      )}
    </div>
  )
}
