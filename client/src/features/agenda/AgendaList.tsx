import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { ArrowRight, Check, PencilLine } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { PressButton } from '../../ui/PressButton.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'

interface AgendaListProps {
  session: BoardSession
  canSteer: boolean
  /** facilitators: opens the editor */
  onEdit: () => void
}

/**
 * All steps, done, running and to come. A click unfolds what a step is about; facilitators go there with a second click,
 * because a step changed by mistake would interrupt the whole room.
 */
export function AgendaList({ session, canSteer, onEdit }: AgendaListProps) {
  const { t, locale } = useText()
  const { agenda, phaseId } = useReadable(session.view)
  const { busy, failure, run } = useAction(failureCode)
  const { index } = agendaPosition(agenda, phaseId)
  if (agenda.length === 0) {
    return (
      canSteer && (
        <button type="button" className="btn" onClick={onEdit}>
          <PencilLine aria-hidden /> {t('agendaEditor.open')}
        </button>
      )
    )
  }
  const total = agenda.reduce((sum, phase) => sum + phase.minutes, 0)

  return (
    <section className="panel-section" aria-label={t('agenda.title')}>
      <div className="panel-heading">
        <h3>{t('agenda.title')}</h3>
        <span className="agenda-total">{t('agenda.total', { count: total })}</span>
        {canSteer && (
          <button
            type="button"
            className="btn btn-quiet btn-icon"
            aria-label={t('agendaEditor.open')}
            title={t('agendaEditor.open')}
            onClick={onEdit}
          >
            <PencilLine aria-hidden />
          </button>
        )}
      </div>
      <ol className="agenda-list">
        {agenda.map((phase, at) => {
          const name = inLocale(phase.name, locale)
          const state = at < index ? 'done' : at === index ? 'current' : 'later'
          return (
            <li key={phase.id} className={`agenda-${state}`} aria-current={state === 'current' ? 'step' : undefined}>
              <details name="agenda">
                <summary className="agenda-row">
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
                </summary>
                <div className="agenda-more">
                  <p>{inLocale(phase.instruction, locale)}</p>
                  {canSteer && state !== 'current' && (
                    <PressButton
                      className="btn"
                      aria-label={t('agenda.goToLabel', { step: at + 1, name })}
                      enabled={!busy}
                      onClick={() => void run(() => session.send({ type: 'set-phase', phaseId: phase.id }))}
                    >
                      {t('agenda.goTo')} <ArrowRight aria-hidden />
                    </PressButton>
                  )}
                </div>
              </details>
            </li>
          )
        })}
      </ol>
      {failure && (
        <p className="field-error" role="alert">
          {t('agenda.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </section>
  )
}
