import type { Phase } from '@remedyboard/shared/workshop/state'
import { CloudOff } from 'lucide-react'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './projector.css'
import { sceneOf, type Scene } from './scene.ts'
import { RankingScene, RevealScene, VotingScene, WritingScene } from './Scenes.tsx'
import { useSeen } from './use-seen.ts'
import { useWakeUp } from './use-wake-up.ts'
import { useWallCamera } from './use-wall-camera.ts'

interface ProjectorViewProps {
  session: BoardSession
  phase: Phase | null
  next: Phase | null
  /** the way in, in a corner; null while the entry is closed */
  join: ReactNode
  timer: ReactNode
  /** the board; told when it is there */
  board: (onReady: (canvas: CanvasApi) => void) => ReactNode
}

/** What the room sees on the wall: what to do, how long, and what everybody has done so far. Nothing to click. */
export function ProjectorView({ session, phase, next, join, timer, board }: ProjectorViewProps) {
  const { t, locale } = useText()
  const view = useReadable(session.view)
  const status = useReadable(session.status)
  const [canvas, setCanvas] = useState<CanvasApi | null>(null)
  const seen = useSeen(session)
  const scene = sceneOf(view, seen, session.serverNow())
  useWakeUp(session)
  useWallCamera(session, canvas)
  const isBoard = scene.show === 'board'
  const inLocale = ({ en, zh }: Phase['name']) => (locale === 'zh-CN' ? zh : en)
  const { title, line } = headingOf(scene)
  const isAway = status.state === 'offline' || status.state === 'connecting'

  // The canvas measures itself when it comes back into view.
  useEffect(() => {
    if (isBoard) dispatchEvent(new Event('resize'))
  }, [isBoard])

  function headingOf(shown: Scene): { title: string; line: string } {
    const instruction = phase ? inLocale(phase.instruction) : ''
    switch (shown.show) {
      case 'voting':
        return { title: shown.round.title || t('voting.untitled'), line: instruction }
      case 'ranking': {
        const { result } = shown
        const facts = [
          t('voting.counts', { ballots: result.ballots, people: result.people }),
          result.kind === 'dots' ? t('voting.rule', { budget: result.budget, cap: result.cap }) : '',
          t('voting.forgotten'),
        ]
        return { title: result.title || t('voting.untitled'), line: facts.filter((fact) => fact !== '').join(' · ') }
      }
      default:
        return phase
          ? { title: inLocale(phase.name), line: instruction }
          : { title: session.board.title, line: view.agenda.length > 0 ? t('projector.waiting') : '' }
    }
  }

  return (
    <div className="wall" data-scene={scene.show}>
      <header className="wall-heading">
        <h1>{title}</h1>
        {line !== '' && <p>{line}</p>}
      </header>
      <aside className="wall-side">
        {timer}
        {join}
      </aside>
      <main id="main" className="wall-stage" tabIndex={-1} aria-label={t('projector.title')}>
        {/* stays loaded, so that it is there at once when a scene ends */}
        <div className="wall-board" hidden={!isBoard}>
          <Suspense fallback={null}>{board(setCanvas)}</Suspense>
        </div>
        {scene.show === 'writing' && (
          <WritingScene session={session} kind={phase?.noteKind ?? 'note'} notes={scene.notes} people={scene.people} />
        )}
        {scene.show === 'reveal' && <RevealScene session={session} cards={scene.cards} />}
        {scene.show === 'voting' && <VotingScene session={session} round={scene.round} />}
        {scene.show === 'ranking' && <RankingScene key={scene.result.id} session={session} result={scene.result} />}
      </main>
      <footer className="wall-foot">
        <span>{session.board.title}</span>
        {isAway && (
          <span className="wall-away" role="status">
            <CloudOff aria-hidden /> {t('projector.reconnecting')}
          </span>
        )}
        {next && <span>{t('projector.next', { name: inLocale(next.name) })}</span>}
      </footer>
    </div>
  )
}
