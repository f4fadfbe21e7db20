import { agendaPosition, inLocale } from '@remedyboard/shared/workshop/agenda-position'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import './companion.css'
import { Outline } from './Outline.tsx'
import { tasksOf, type PhoneTask } from './phone-task.ts'
import { TaskView } from './TaskView.tsx'

interface PhoneViewProps {
  session: BoardSession
  /** whether everything is saved; always in view */
  status: ReactNode
  /** what to know while the server is away */
  banner: ReactNode
  /** time left of the step */
  timer: ReactNode
  /** the same board on the canvas */
  canvasAddress: string
}

/** One thing at a time: what the running step asks of this person, and the whole board behind a second tab. */
export function PhoneView({ session, status, banner, timer, canvasAddress }: PhoneViewProps) {
  const { t, locale } = useText()
  const view = useReadable(session.view)
  const rights = useReadable(session.rights)
  const { index, phase } = agendaPosition(view.agenda, view.phaseId)
  const tasks = tasksOf(view, rights)
  const [chosen, setChosen] = useState<{ run: number; tab: PhoneTask | 'board' } | null>(null)

  const now = tasks[0] ?? 'watch'
  // A new step brings everybody to what it asks, wherever they were.
  const asked = chosen?.run === view.phaseRun ? chosen.tab : now
  const tab = asked === 'board' || tasks.includes(asked) ? asked : now
  const tabs = [...tasks, 'board' as const]

  return (
    <div className="phone">
      <header className="phone-header">
        <p className="phone-title">{session.board.title}</p>
        {status}
        {timer}
      </header>
      {banner}
      <main id="main" tabIndex={-1} className="phone-main">
        <div className="phone-step">
          {phase ? (
            <>
              <p className="phone-step-number">{t('agenda.step', { step: index + 1, total: view.agenda.length })}</p>
              <h1>{inLocale(phase.name, locale)}</h1>
              <p>{inLocale(phase.instruction, locale)}</p>
            </>
          ) : (
            <>
              <h1>{t('phone.notStarted')}</h1>
              <p>{t(view.agenda.length === 0 ? 'phone.noAgenda' : 'phone.notStartedHint')}</p>
            </>
          )}
        </div>
        {tab === 'board' ? <Outline session={session} /> : <TaskView task={tab} session={session} phase={phase} />}
      </main>
      <nav className="phone-tabs" aria-label={t('agenda.title')}>
        {tabs.map((each) => (
          <button
            key={each}
            type="button"
            className="phone-tab"
            aria-current={each === tab}
            onClick={() => setChosen({ run: view.phaseRun, tab: each })}
          >
            {each === 'board' ? t('phone.board') : t(`phone.task.${each}`)}
          </button>
        ))}
        <a className="phone-tab" href={canvasAddress}>
          {t('phone.canvas')}
        </a>
      </nav>
    </div>
  )
}
