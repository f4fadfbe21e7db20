import { EyeOff } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './drafts.css'
import { LeftBehind } from './LeftBehind.tsx'
import { OwnNotes } from './OwnNotes.tsx'
import { RevealControls } from './RevealControls.tsx'
import { Unrevealed } from './Unrevealed.tsx'
import { GroupNotes } from './GroupNotes.tsx'
import { WhoWrote } from './WhoWrote.tsx'

/** Hidden writing in the workshop's panel: what is announced, one's own notes, and for facilitators the way to show them. */
export function DraftsPart({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { agenda, phaseId, phaseRun, writing, me, ready, taking } = useReadable(session.view)
  const phase = agenda.find(({ id }) => id === phaseId)
  const isFacilitator = me.role === 'facilitator'
  return (
    <>
      {phase && writing && (
        <section className="panel-section drafts-card" aria-label={t('drafts.title')}>
          <p className="drafts-kicker">
            <EyeOff aria-hidden /> {t('drafts.title')}
          </p>
          <p className="drafts-promise">
            {phase.privacy === 'group'
              ? t(phase.named === true ? 'drafts.groupNamed' : 'drafts.groupAnonymous')
              : t(phase.named === true ? 'drafts.named' : 'drafts.anonymous')}
          </p>
          <p className="drafts-others tabular" role="status">
            {writing.notes === 0 ? t('drafts.nobodyYet') : t('drafts.others', writing)}
            {ready > 0 && ` · ${t('drafts.readyCount', { ready, taking })}`}
          </p>
          {isFacilitator && (
            <>
              {/* A question that is open when the step changes must not be answered for the next one. */}
              <RevealControls key={`reveal ${phaseRun}`} session={session} phaseId={phase.id} notes={writing.notes} isPrimary />
              <WhoWrote session={session} />
              <details className="drafts-more">
                <summary>{t('drafts.facilitatorWrites')}</summary>
                <OwnNotes key={phase.id} session={session} phase={phase} />
              </details>
            </>
          )}
          {me.role === 'participant' && (
            <>
              <OwnNotes key={phase.id} session={session} phase={phase} />
              {phase.privacy === 'group' && <GroupNotes key={`group ${phaseRun}`} session={session} phaseId={phase.id} />}
            </>
          )}
        </section>
      )}
      {isFacilitator && <Unrevealed session={session} />}
      <LeftBehind session={session} />
    </>
  )
}
