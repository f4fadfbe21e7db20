import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { announce } from '../ui/announce.ts'
import { useReadable } from '../ui/use-readable.ts'
import { isOver } from './phone-task.ts'

/** About three lines on a narrow phone; more than that is folded. */
const LONG_INSTRUCTION = 150

/** Which step runs and what it asks, in large words. `isSmall`: the name only. */
export function PhoneStep({ session, isSmall }: { session: BoardSession; isSmall: boolean }) {
  const { t, locale } = useText()
  const view = useReadable(session.view)
  const { agenda, phaseId, phaseRun } = view
  const { index, phase } = agendaPosition(agenda, phaseId)
  const heading = useRef<HTMLHeadingElement>(null)
  const last = useRef({ phaseRun, phaseId })
  const [isUnfolded, setUnfolded] = useState(false)

  const waiting = isOver(view) ? 'over' : agenda.length === 0 ? 'noAgenda' : 'notStarted'
  const name = phase ? inLocale(phase.name, locale) : t(TITLES[waiting])
  const instruction = phase ? inLocale(phase.instruction, locale) : t(BODIES[waiting])
  // Chinese says as much in half as many characters.
  const isLong = instruction.length > (locale === 'zh-CN' ? LONG_INSTRUCTION / 2 : LONG_INSTRUCTION)

  // Who reads with a screen reader is brought to the new step. Who is writing is left where they are, and hears of it.
  useEffect(() => {
    if (last.current.phaseRun === phaseRun && last.current.phaseId === phaseId) return
    last.current = { phaseRun, phaseId }
    setUnfolded(false)
    if (document.activeElement instanceof HTMLTextAreaElement || document.activeElement instanceof HTMLInputElement) {
      announce(`${name}. ${instruction}`)
    } else {
      scrollTo(0, 0)
      heading.current?.focus({ preventScroll: true })
    }
  }, [phaseRun, phaseId, name, instruction])

  return (
    <div className="phone-step">
      {phase && <p className="phone-step-number">{t('agenda.step', { step: index + 1, total: agenda.length })}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      {!isSmall && (
        <>
          <p className={isLong && !isUnfolded ? 'phone-instruction phone-instruction-folded' : 'phone-instruction'}>{instruction}</p>
          {isLong && (
            <button type="button" className="phone-unfold" aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
              {t(isUnfolded ? 'phone.shell.less' : 'phone.shell.more')}
            </button>
          )}
        </>
      )}
    </div>
  )
}

const TITLES = { over: 'phone.shell.overTitle', noAgenda: 'phone.noAgendaTitle', notStarted: 'phone.notStarted' } as const
const BODIES = { over: 'phone.shell.overBody', noAgenda: 'phone.noAgenda', notStarted: 'phone.notStartedHint' } as const
