import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { ArrowDown, ArrowUp, ChevronDown, Play, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { boardAreas } from '../../session/board-areas.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newId } from '../../session/new-id.ts'
import { announce } from '../../ui/announce.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { agendaChanges } from './agenda-changes.ts'
import { addPhase, changePhase, movePhase, newPhase, removePhase } from './agenda-edit.ts'
import { inLocale } from '@remedyboard/shared/workshop/agenda-position'
import './agenda-dialog.css'
import { phaseFlaws } from './phase-flaws.ts'
import { PhaseForm } from './PhaseForm.tsx'

/** Steps that an agenda may have, as the server takes it. */
const MOST_STEPS = 40

/** The agenda, before and during the workshop. Every change counts at once, for everybody. */
export function AgendaDialog({ session, onClose }: { session: BoardSession; onClose: () => void }) {
  const { t } = useText()
  const locale: Locale = session.board.locale === 'zh-CN' ? 'zh-CN' : 'en'
  const changes = agendaChanges(session)
  useEffect(() => () => changes.forgetNews(), [changes])
  const agenda = useReadable(changes.shown)
  const news = useReadable(changes.news)
  const { phaseId } = useReadable(session.view)
  const areas = boardAreas(useReadable(session.records))
  const known = new Set(areas.map(({ area }) => area))
  const [opened, setOpened] = useState<string | null>(null)
  const [removed, setRemoved] = useState<{ phase: Phase; after: string | null } | null>(null)
  const total = agenda.reduce((sum, { minutes }) => sum + minutes, 0)

  const add = () => {
    const last = agenda.find(({ id }) => id === opened) ?? agenda.at(-1)
    const phase = newPhase(newId(), t('agendaEditor.newStep'), last?.area ?? areas[0]?.area ?? '')
    setOpened(phase.id)
    void changes.edit(addPhase(phase, last?.id ?? null))
  }
  const remove = (phase: Phase) => {
    const at = agenda.indexOf(phase)
    setRemoved({ phase, after: agenda[at - 1]?.id ?? null })
    void changes.edit(removePhase(phase.id))
  }
  const move = (phase: Phase, by: -1 | 1) => {
    const to = agenda.indexOf(phase) + by
    if (to < 0 || to >= agenda.length) return
    void changes.edit(movePhase(phase.id, by))
    announce(t('agendaEditor.moved', { name: inLocale(phase.name, locale), step: to + 1, total: agenda.length }))
  }
  const onKeyDown = (phase: Phase) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (!event.altKey || by === null) return
    event.preventDefault()
    move(phase, by)
  }

  return (
    <Dialog title={t('agendaEditor.title')} closeLabel={t('app.close')} onClose={onClose}>
      <div className="agenda-editor">
        <p className="field-hint">
          {t('agendaEditor.hint')} {t('agenda.total', { count: total })}
        </p>
        {news.failure && news.isKept && (
          <p className="agenda-news" role="alert">
            <span>{t('agendaEditor.kept', { reason: t(`error.${news.failure}`) })}</span>
            <button type="button" className="btn" onClick={() => void changes.retry()}>
              {t('agendaEditor.again')}
            </button>
          </p>
        )}
        {news.failure && !news.isKept && (
          <p className="field-error" role="alert">
            {t('agendaEditor.failed', {
              reason: news.failure === 'unprocessable' ? t('agendaEditor.notesWait') : t(`error.${news.failure}`),
            })}
          </p>
        )}
        {news.others && (
          <p className="agenda-news" role="status">
            <TriangleAlert aria-hidden /> {t('agendaEditor.others')}
          </p>
        )}
        <ol className="agenda-steps">
          {agenda.map((phase, at) => {
            const name = inLocale(phase.name, locale) || t('agendaEditor.noName')
            const flaws = phaseFlaws(phase, known, locale)
            const isOpen = opened === phase.id
            const isRunning = phase.id === phaseId
            return (
              <li key={phase.id} className={isOpen ? 'agenda-step agenda-step-open' : 'agenda-step'}>
                <div className="agenda-step-row">
                  <button
                    type="button"
                    className="agenda-step-name"
                    aria-expanded={isOpen}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                    onClick={() => setOpened(isOpen ? null : phase.id)}
                    onKeyDown={onKeyDown(phase)}
                  >
                    <span className="agenda-mark">{isRunning ? <Play aria-label={t('agenda.current')} /> : at + 1}</span>
                    <span className="agenda-step-words">
                      {name}
                      {flaws.map((flaw) => (
                        <span key={flaw} className="agenda-flaw">
                          {t(`agendaEditor.flaw.${flaw}`)}
                        </span>
                      ))}
                    </span>
                    <span className="agenda-minutes tabular">{t('agenda.minutes', { count: phase.minutes })}</span>
                    <ChevronDown aria-hidden />
                  </button>
                  <button
                    type="button"
                    className="btn btn-quiet btn-icon"
                    aria-label={t('agendaEditor.up', { name })}
                    disabled={at === 0}
                    onClick={() => move(phase, -1)}
                  >
                    <ArrowUp aria-hidden />
                  </button>
                  <button
                    type="button"
                    className="btn btn-quiet btn-icon"
                    aria-label={t('agendaEditor.down', { name })}
                    disabled={at === agenda.length - 1}
                    onClick={() => move(phase, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </button>
                </div>
                {isOpen && (
                  <div className="agenda-step-form">
                    <PhaseForm
                      phase={phase}
                      areas={areas}
                      locale={locale}
                      onChange={(change) => void changes.edit(changePhase(phase.id, change))}
                    />
                    <button type="button" className="btn agenda-remove" disabled={isRunning} onClick={() => remove(phase)}>
                      <Trash2 aria-hidden /> {isRunning ? t('agendaEditor.running') : t('agendaEditor.remove')}
                    </button>
                  </div>
                )}
              </li>
            )
          })}
        </ol>
        {removed && !agenda.some(({ id }) => id === removed.phase.id) && (
          <p className="agenda-news" role="status">
            <span>{t('agendaEditor.removed', { name: inLocale(removed.phase.name, locale) })}</span>
            <button
              type="button"
              className="btn"
              onClick={() => {
                setRemoved(null)
                void changes.edit(addPhase(removed.phase, removed.after))
              }}
            >
              {t('agendaEditor.putBack')}
            </button>
          </p>
        )}
        <button type="button" className="btn agenda-add" disabled={agenda.length >= MOST_STEPS} onClick={add}>
          <Plus aria-hidden /> {t('agendaEditor.add')}
        </button>
      </div>
    </Dialog>
  )
}
