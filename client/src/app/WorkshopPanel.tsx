import { CalendarCheck, ClipboardList, Handshake, MessageSquare, Waypoints } from 'lucide-react'
import { Suspense, useCallback, useState } from 'react'
import type { CanvasApi } from '../canvas/canvas-api.ts'
import { AgendaList } from '../features/agenda/AgendaList.tsx'
import { PhaseCard } from '../features/agenda/PhaseCard.tsx'
import { SteerBar } from '../features/agenda/SteerBar.tsx'
import { GoAlongSwitch } from '../features/attention/GoAlongSwitch.tsx'
import { useHiddenWriting } from '../features/drafts/use-hidden-writing.ts'
import type { Follow } from '../features/people/follow.ts'
import { MyGroup } from '../features/people/MyGroup.tsx'
import { PeoplePanel } from '../features/people/PeoplePanel.tsx'
import { useUnreadRemarks } from '../features/remarks/use-unread-remarks.ts'
import { VotingSection } from '../features/voting/VotingSection.tsx'
import { useParked } from '../features/waiting/use-parked.ts'
import { WaitingNotice } from '../features/waiting/WaitingNotice.tsx'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { Tabs, type Tab } from '../ui/Tabs.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { ConsolePanel, CoordinationPanel, DraftsPart, MappingPanel, PlanPanel, RemarksPanel, VotingPart } from './lazy-parts.ts'
import { PanelStrip } from './PanelStrip.tsx'
import { StepInView } from './StepInView.tsx'
import { useCanvasValue } from './use-canvas-value.ts'

const NONE: ReadonlySet<string> = new Set()

interface WorkshopPanelProps {
  session: BoardSession
  canvas: CanvasApi | null
  follow: Follow | undefined
  /** the panel is a sheet over the board */
  narrow: boolean
  /** id of the part that is shown */
  tab: string
  onTab: (id: string) => void
  /** record id of the card whose talk is open; null = the list of all */
  talkAbout: string | null
  onTalkAbout: (cardId: string | null) => void
  onGoToCard: (cardId: string) => void
  onGoToArea: (area: string) => void
  onEditAgenda: () => void
  onReturnLink: (person: { id: string; name: string }) => void
}

/** The workshop beside the board, part by part. Facilitators steer from here; participants see the same without the controls. */
export function WorkshopPanel(props: WorkshopPanelProps) {
  const { session, canvas, follow, narrow, tab, onTab, talkAbout, onTalkAbout, onGoToCard, onGoToArea, onEditAgenda, onReturnLink } = props
  const { t } = useText()
  const { me } = useReadable(session.view)
  const weakLinksShown = useCanvasValue(canvas, (api) => api.weakLinksShown, false)
  const onPoint = useCallback((ids: readonly string[]) => canvas?.highlight(ids), [canvas])
  const [isStepAway, setStepAway] = useState(false)
  const unread = useUnreadRemarks(session)
  const canSteer = me.role === 'facilitator'
  const writes = useHiddenWriting(session)
  const parked = useParked(session)
  const quarantined = useCanvasValue(canvas, (api) => api.quarantined, NONE)

  const now = (
    <>
      {/* on their own, so that the timer and its controls stay while they are loaded */}
      <Suspense fallback={null}>{writes && <DraftsPart session={session} />}</Suspense>
      <Suspense fallback={null}>
        <VotingSection Part={VotingPart} session={session} canvas={canvas} onGoTo={onGoToCard} onPoint={onPoint} />
      </Suspense>
    </>
  )

  const tabs: readonly Tab[] = [
    {
      id: 'workshop',
      name: t('panel.workshop'),
      hint: t('panel.workshopHint'),
      icon: <ClipboardList aria-hidden />,
      count: canSteer ? parked.records.length + quarantined.size : 0,
      content: () => (
        <>
          {canSteer && <WaitingNotice session={session} parked={parked} quarantined={quarantined} />}
          <StepInView session={session} onAway={setStepAway}>
            <PhaseCard session={session} canSteer={canSteer && !narrow} onShowArea={onGoToArea} />
          </StepInView>
          <GoAlongSwitch session={session} />
          <MyGroup session={session} />
          {canSteer ? (
            <ConsolePanel session={session} canvas={canvas}>
              {now}
            </ConsolePanel>
          ) : (
            now
          )}
          <AgendaList session={session} canSteer={canSteer} onEdit={onEditAgenda} />
          <PeoplePanel session={session} follow={follow} onReturnLink={onReturnLink} />
          {canSteer && narrow && <SteerBar session={session} />}
        </>
      ),
    },
    {
      id: 'mapping',
      name: t('panel.mapping'),
      hint: t('panel.mappingHint'),
      icon: <Waypoints aria-hidden />,
      content: () => (
        <MappingPanel
          session={session}
          onGoTo={onGoToCard}
          onPoint={onPoint}
          weakLinksShown={weakLinksShown}
          onShowWeakLinks={(shown) => canvas?.showWeakLinks(shown)}
        />
      ),
    },
    {
      id: 'coordination',
      name: t('coordination.tab'),
      hint: t('coordination.tabHint'),
      icon: <Handshake aria-hidden />,
      content: () => <CoordinationPanel session={session} onGoTo={onGoToCard} />,
    },
    {
      id: 'plan',
      name: t('plan.tab'),
      hint: t('plan.tabHint'),
      icon: <CalendarCheck aria-hidden />,
      content: () => <PlanPanel session={session} onGoTo={onGoToCard} />,
    },
    {
      id: 'remarks',
      name: t('remarks.tab'),
      hint: t('remarks.tabHint'),
      icon: <MessageSquare aria-hidden />,
      count: unread,
      content: () => <RemarksPanel session={session} cardId={talkAbout} onOpen={onTalkAbout} onGoTo={onGoToCard} />,
    },
  ]

  return (
    <Tabs
      label={t('panel.tabs')}
      current={tab}
      onChoose={onTab}
      tabs={tabs.map((each) => ({
        ...each,
        content: () => (
          <ErrorBoundary fallback={<p className="panel-loading">{t('panel.notLoaded')}</p>}>
            <Suspense fallback={<p className="panel-loading">{t('app.loading')}</p>}>
              {/* a sheet has its own bar at the lower edge */}
              {!narrow && (each.id !== 'workshop' || isStepAway) && (
                <PanelStrip session={session} floats={each.id === 'workshop'} onOpen={() => onTab('workshop')} />
              )}
              <div className="workshop-panel">{each.content()}</div>
            </Suspense>
          </ErrorBoundary>
        ),
      }))}
    />
  )
}
