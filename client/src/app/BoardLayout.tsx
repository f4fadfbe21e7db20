import { mayChangeSomething } from '@remedyboard/shared/board/permission'
import { notesAreas } from '@remedyboard/shared/workshop/notes-areas'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { CanvasApi } from '../canvas/canvas-api.ts'
import { AgendaAnnouncer } from '../features/agenda/AgendaAnnouncer.tsx'
import { PhaseNotice } from '../features/agenda/PhaseNotice.tsx'
import { AttentionBar } from '../features/attention/AttentionBar.tsx'
import { RefusalNotice } from '../features/refusal/RefusalNotice.tsx'
import { useJoinCode } from '../features/invite/use-join-code.ts'
import type { Follow } from '../features/people/follow.ts'
import { RoleNotice } from '../features/people/RoleNotice.tsx'
import { ShownReactions } from '../features/people/ShownReactions.tsx'
import { useBoardPicture } from '../features/recent/use-board-picture.ts'
import { ConnectionBanner } from '../features/save-status/ConnectionBanner.tsx'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useTheme } from '../ui/theme.ts'
import { useMediaQuery } from '../ui/use-media-query.ts'
import { useReadable } from '../ui/use-readable.ts'
import { BoardHeader } from './BoardHeader.tsx'
import './board-layout.css'
import { BoardStrip } from './BoardStrip.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { FacilitatorKeys } from './FacilitatorKeys.tsx'
import { AgendaDialog, ExportDialog, InviteDialog, loadAllParts, ReturnLinkDialog } from './lazy-parts.ts'
import { LoadingPage } from './MessagePage.tsx'
import { useCanvasValue } from './use-canvas-value.ts'
import { usePanelTab } from './use-panel-tab.ts'
import { WorkshopPanel } from './WorkshopPanel.tsx'

const BoardCanvas = lazy(() => import('../canvas/BoardCanvas.tsx'))

/** After the canvas, when nobody waits for the network any more. */
const LOAD_PARTS_AFTER_MS = 6_000

/** Below this the panel would leave too little of the board: it becomes a sheet. The same number is in board-layout.css. */
const NARROW = '(max-width: 900px)'

/** What is open over the board. */
type Overlay = 'none' | 'invite' | 'export' | 'panel' | 'agenda' | 'return'

/** The board with everything around it: header, canvas, workshop panel, dialogs. */
export function BoardLayout({ session, onStartOver }: { session: BoardSession; onStartOver: () => void }) {
  const { t, locale } = useText()
  const theme = useTheme()
  const narrow = useMediaQuery(NARROW)
  const { agenda } = useReadable(session.view)
  const rights = useReadable(session.rights)
  const joinCode = useJoinCode(session)
  const [canvas, setCanvas] = useState<CanvasApi | null>(null)
  // A board without an agenda is for drawing: its panel opens on demand.
  const [panelOpen, setPanelOpen] = useState(agenda.length > 0)
  const [overlay, setOverlay] = useState<Overlay>('none')
  const [tab, setTab] = usePanelTab()
  const close = () => setOverlay('none')
  /** who lost their phone */
  const [comingBack, setComingBack] = useState<{ id: string; name: string } | null>(null)
  /** the card whose talk is open in the panel */
  const [talkAbout, setTalkAbout] = useState<string | null>(null)
  const openRemarks = useCallback(
    (cardId: string) => {
      setTalkAbout(cardId)
      setTab('remarks')
      if (narrow) setOverlay('panel')
      else setPanelOpen(true)
    },
    [narrow, setTab],
  )

  useEffect(() => {
    if (!canvas) return
    const timer = setTimeout(loadAllParts, LOAD_PARTS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [canvas])

  const following = useCanvasValue(canvas, (api) => api.following, null)
  const follow: Follow | undefined = canvas
    ? {
        following,
        toggle: (id) => {
          close()
          if (id === following) canvas.stopFollowing()
          else canvas.followPerson(id)
        },
      }
    : undefined
  useBoardPicture(session, canvas && (() => canvas.thumbnail()))

  const goToCard = (cardId: string) => {
    close()
    canvas?.zoomToRecords([cardId])
  }
  const goToArea = (area: string) => {
    close()
    canvas?.zoomToArea(area, notesAreas(session.view.get().agenda, area))
  }

  const panel = (
    <WorkshopPanel
      session={session}
      canvas={canvas}
      follow={follow}
      narrow={narrow}
      tab={tab}
      onTab={setTab}
      talkAbout={talkAbout}
      onTalkAbout={setTalkAbout}
      onGoToCard={goToCard}
      onGoToArea={goToArea}
      onEditAgenda={() => setOverlay('agenda')}
      onReturnLink={(person) => {
        setComingBack(person)
        setOverlay('return')
      }}
    />
  )
  const sideOpen = panelOpen && !narrow

  return (
    <div className={sideOpen ? 'board board-with-side' : 'board'}>
      <BoardHeader
        session={session}
        canvas={canvas}
        joinCode={joinCode}
        follow={follow}
        narrow={narrow}
        panelOpen={sideOpen}
        onTogglePanel={() => setPanelOpen(!panelOpen)}
        onGoToCard={goToCard}
        onInvite={() => setOverlay('invite')}
        onExport={() => setOverlay('export')}
      />
      {narrow && <BoardStrip session={session} onOpen={() => setOverlay('panel')} />}
      <div className="board-notices">
        <ConnectionBanner session={session} />
        <RoleNotice session={session} />
      </div>
      <main id="main" className="board-canvas" tabIndex={-1} aria-label={t('board.canvas')}>
        <ErrorBoundary>
          <Suspense fallback={<LoadingPage />}>
            <BoardCanvas
              session={session}
              locale={locale}
              theme={theme}
              canEdit={mayChangeSomething(rights)}
              marks={boardMapping(session).marks}
              onOpenRemarks={openRemarks}
              onReady={setCanvas}
            />
          </Suspense>
        </ErrorBoundary>
        <ShownReactions session={session} />
        <AttentionBar session={session} canvas={canvas}>
          {!sideOpen && <PhaseNotice session={session} />}
        </AttentionBar>
      </main>
      {sideOpen && (
        <aside className="board-side" aria-label={t('board.panel')}>
          {panel}
        </aside>
      )}
      {overlay === 'panel' && (
        <Dialog title={t('board.panel')} closeLabel={t('app.close')} onClose={close} variant="sheet">
          {panel}
        </Dialog>
      )}
      <Suspense fallback={null}>
        {overlay === 'invite' && joinCode !== '' && <InviteDialog session={session} joinCode={joinCode} onClose={close} />}
        {overlay === 'return' && comingBack && <ReturnLinkDialog session={session} person={comingBack} onClose={close} />}
        {overlay === 'agenda' && <AgendaDialog session={session} onClose={close} />}
        {overlay === 'export' && canvas && <ExportDialog canvas={canvas} title={session.board.title} theme={theme} onClose={close} />}
      </Suspense>
      <RefusalNotice session={session} onRead={(refused) => refused.some(({ code }) => code === 'viewer') && onStartOver()} />
      <AgendaAnnouncer session={session} />
      <FacilitatorKeys session={session} />
    </div>
  )
}
