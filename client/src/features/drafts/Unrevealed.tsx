import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { RevealControls } from './RevealControls.tsx'

/** For facilitators: notes of other phases that nobody has shown or erased. */
export function Unrevealed({ session }: { session: BoardSession }) {
  const { t, locale } = useText()
  const { unrevealed = [], agenda, phaseId, writing } = useReadable(session.view)
  const others = unrevealed.filter((each) => writing === null || each.phaseId !== phaseId)
  return others.map(({ phaseId: id, notes }) => {
    const name = agenda.find((phase) => phase.id === id)?.name
    const phase = (locale === 'zh-CN' ? name?.zh : name?.en) ?? id
    return (
      <section key={id} className="panel-section drafts-card" aria-label={t('drafts.earlier', { phase })}>
        <p className="drafts-promise">
          <b>{t('drafts.earlier', { phase })}</b>
        </p>
        <RevealControls session={session} phaseId={id} notes={notes} isPrimary={false} />
      </section>
    )
  })
}
