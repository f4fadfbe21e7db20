import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import { useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import './companion.css'
import { LeftBehind } from './LeftBehind.tsx'
import { Outline } from './Outline.tsx'
import { tasksOf, type PhoneTask } from './phone-task.ts'
import { PhoneNav } from './PhoneNav.tsx'
import { PhoneNotices } from './PhoneNotices.tsx'
import { PhoneStep } from './PhoneStep.tsx'
import { TaskView } from './TaskView.tsx'

interface PhoneViewProps {
  session: BoardSession
  /** whether everything is saved; always in view */
  status: ReactNode
  /** what to know while the server is away, or what it did not take */
  banner: ReactNode
  /** time left of the step */
  timer: ReactNode
  /** name, language, colours, canvas */
  menu: ReactNode
}

/** What somebody chose to look at, until the next step begins. */
export interface ChosenTab {
  run: number
  tab: PhoneTask | 'board'
}

/** One thing at a time: what the running step asks of this person, and the whole board behind another tab. */
export function PhoneView({ session, status, banner, timer, menu }: PhoneViewProps) {
  const { t } = useText()
  const view = useReadable(session.view)
  const rights = useReadable(session.rights)
  const ready = useReadable(session.ready)
  const { phase } = agendaPosition(view.agenda, view.phaseId)
  const tasks = tasksOf(view, rights)
  const [chosen, setChosen] = useState<ChosenTab | null>(null)

  const now = tasks[0] ?? 'watch'
  // A new step brings everybody to what it asks, wherever they were.
  const asked = chosen?.run === view.phaseRun ? chosen.tab : now
  const tab = asked === 'board' || tasks.includes(asked) ? asked : now

  return (
    <div className="phone">
      <header className="phone-header">
        <p className="phone-title">{session.board.title}</p>
        {status}
        {timer}
        {menu}
      </header>
      {banner}
      <main id="main" tabIndex={-1} className="phone-main">
        <PhoneStep session={session} isSmall={tab === 'board'} />
        <PhoneNotices session={session} onShowBoard={() => setChosen({ run: view.phaseRun, tab: 'board' })} />
        <LeftBehind session={session} tasks={tasks} />
        {!ready ? (
          <p role="status">{t('phone.loading')}</p>
        ) : tab === 'board' ? (
          <Outline session={session} />
        ) : (
          // A new step is a new task: nothing half done of the last one stays on the screen.
          <TaskView key={`${tab} ${view.phaseRun}`} task={tab} session={session} phase={phase} />
        )}
      </main>
      <PhoneNav session={session} tasks={tasks} tab={tab} onTab={(next) => setChosen({ run: view.phaseRun, tab: next })} />
    </div>
  )
}
