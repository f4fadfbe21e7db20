import { Check } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaPosition, inLocale } from './agenda-position.ts'
import './agenda.css'

interface AgendaListProps {
  session: BoardSession
  canSteer: boolean
}

/** All steps, done, running and to come. Facilitators can go to any of them. */
export function AgendaList({ session, canSteer }: AgendaListProps) {
  const { t, locale } = useText()
  const { agenda, phaseId } = useReadable(session.view)
  const { index } = agendaPosition(agenda, phaseId)
  if (agenda.length === 0) return null
  const total = agenda.reduce((sum, phase) => sum + phase.minutes, 0)

  return (
    <section className="panel-section" aria-label={t('agenda.title')}>
      <div className="panel-heading">
        <h3>{t('agenda.title')}</h3>
        <span>{t('agenda.total', { count: total })}</span>
      </div>
      <ol className="agenda-list">
        {agenda.map((phase, at) => {
          const name = inLocale(phase.name, locale)
          const state = at < index ? 'done' : at === index ? 'current' : 'later'
          const row = (
            <>
              <span className="agenda-mark">{state === 'done' ? <Check aria-hidden /> : at + 1}</span>
              <span className="agenda-name">
                {name}
                {state !== 'later' && (
                  <span className="visually-hidden"> ({state === 'done' ? t('agenda.done') : t('agenda.current')})</span>
                )}
              </span>
              <span className="agenda-minutes tabular">
                <span aria-hidden>{t('agenda.minutesShort', { count: phase.minutes })}</span>
                <span className="visually-hidden">{t('agenda.minutes', { count: phase.minutes })}</span>
              </span>
            </>
          )
          return (
            <li key={phase.id} className={`agenda-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
              {canSteer ? (
                <button
                  type="button"
                  className="agenda-row"
                  title={t('agenda.goTo', { step: at + 1, name })}
                  onClick={() => void session.send({ type: 'set-phase', phaseId: phase.id }).catch(() => undefined)}
                >
                  {row}
                </button>
              ) : (
                <div className="agenda-row">{row}</div>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
