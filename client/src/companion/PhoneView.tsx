import { agendaPosition } from '@remedyboard/shared/workshop/agenda-position'
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import './companion.css'
import { LeftBehind } from './LeftBehind.tsx'
import { lazyTasks } from './lazy-tasks.ts'
import { Outline } from './Outline.tsx'
import './phone-shell.css'
import { isOver, tasksOf, type PhoneTask } from './phone-task.ts'
import { PhoneNav } from './PhoneNav.tsx'
import { PhoneNotices } from './PhoneNotices.tsx'
import { PhoneStep } from './PhoneStep.tsx'
import { TaskBoundary } from './TaskBoundary.tsx'
import { TaskChoice } from './TaskChoice.tsx'
import { TaskView } from './TaskView.tsx'
import { useHeldEdge } from './use-held-edge.ts'

interface PhoneViewProps {
  session: BoardSession
  /** whether everything is saved; always in view */
  status: ReactNode
  /** what to know while the server is away, or what it did not take */
  banner: ReactNode
  /** with whom one works now */
  group: ReactNode
  /** time left of the step */
  timer: ReactNode
  /** name, language, colours, canvas */
  menu: ReactNode
}

/** After the first task and its cards, when nobody waits for the network any more. */
const LOAD_TASKS_AFTER_MS = 3_000

/** What somebody chose to look at, until the next step begins. `task` null: what the step asks for first. */
interface Choice {
  /** of which step */
  step: string
  task: PhoneTask | null
  isBoard: boolean
  /** the part of the board to begin with; asked for again it is another object */
  lookAt: { area: string } | null
}

/** One thing at a time: what the running step asks of this person, and the whole board behind another tab. */
export function PhoneView({ session, status, banner, group, timer, menu }: PhoneViewProps) {
  const { t } = useText()
  const view = useReadable(session.view)
  const rights = useReadable(session.rights)
  const ready = useReadable(session.ready)
  const [made, setMade] = useState<Choice | null>(null)
  const page = useRef<HTMLDivElement>(null)
  useHeldEdge(page)

  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => lazyTasks.loadAll(), LOAD_TASKS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [ready])

  const { phase } = agendaPosition(view.agenda, view.phaseId)
  const tasks = tasksOf(view, rights)
  // A new step brings everybody to what it asks, wherever they were.
  const step = `${view.phaseRun} ${view.phaseId}`
  const choice: Choice = made?.step === step ? made : { step, task: null, isBoard: false, lookAt: null }
  const task = choice.task !== null && tasks.includes(choice.task) ? choice.task : (tasks[0] ?? 'watch')
  const isAlone = phase ? phase.privacy === 'hidden' : isOver(view)
  const choose = (change: Partial<Choice>) => {
    setMade({ ...choice, ...change })
    scrollTo(0, 0)
  }

  return (
    <div ref={page} className="phone">
      <header className="phone-header">
        <p className="phone-title">{session.board.title}</p>
        {status}
        {timer}
        {menu}
      </header>
      {banner}
      <main id="main" tabIndex={-1} className="phone-main">
        <PhoneStep session={session} isSmall={choice.isBoard} />
        {!isAlone && !choice.isBoard && group}
        <PhoneNotices session={session} onShowArea={(area) => choose({ isBoard: true, lookAt: { area } })} />
        {/* Before the board is there no field can be. */}
        {ready && <LeftBehind key={step} session={session} tasks={tasks} task={choice.isBoard ? null : task} />}
        {!ready ? (
          <Loading words={t('phone.loading')} />
        ) : choice.isBoard ? (
          <Outline session={session} lookAt={choice.lookAt} />
        ) : (
          <>
            <TaskChoice tasks={tasks} task={task} onTask={(next) => choose({ task: next })} />
            {/* A new step is a new task: nothing half done of the last one stays on the screen. */}
            <TaskBoundary key={`${task} ${step}`} onAgain={() => lazyTasks.again()}>
              <Suspense fallback={<Loading words={t('app.loading')} />}>
                <TaskView task={task} session={session} phase={phase} />
              </Suspense>
            </TaskBoundary>
          </>
        )}
      </main>
      <PhoneNav
        session={session}
        task={task}
        isBoard={choice.isBoard}
        onTask={() => choose({ isBoard: false })}
        onBoard={() => choose({ isBoard: true, lookAt: null })}
      />
    </div>
  )
}

/** The step is known before the board is: its place is kept free, so that nothing jumps. */
function Loading({ words }: { words: string }) {
  return (
    <div className="phone-list phone-loading">
      <p role="status">{words}</p>
      {[0, 1, 2].map((line) => (
        <i key={line} />
      ))}
    </div>
  )
}
