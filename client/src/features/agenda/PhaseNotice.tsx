import { X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import './agenda.css'

/** What to do now, over the board, while the panel that says it is not open: for each step until somebody has read it. */
export function PhaseNotice({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { agenda, phaseId, phaseRun, me } = useReadable(session.view)
  const [readRun, setReadRun] = useState<number | null>(null)
  const { phase } = agendaPosition(agenda, phaseId)
  const instruction = phase && inLocale(phase.instruction, locale)
  // Who leads has said it aloud.
  if (!phase || !instruction || readRun === phaseRun || me.role === 'facilitator') return null
  return (
    <section className="phase-notice" aria-label={t('agenda.current')}>
      <div>
        <h3>{inLocale(phase.name, locale)}</h3>
        <p>{instruction}</p>
      </div>
      <button type="button" className="btn btn-quiet btn-icon" aria-label={t('app.close')} onClick={() => setReadRun(phaseRun)}>
        <X aria-hidden />
      </button>
    </section>
  )
}
