import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'
import { ReadyButton } from './ReadyButton.tsx'

/** The lower edge of a task that has nothing else to press: how many are done, and whether one is. */
export function ReadyFooter({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { ready, taking, phaseId, me } = useReadable(session.view)
  if (phaseId === null || me.role === 'viewer') return null
  return (
    <>
      <span className="phone-left tabular">{ready > 0 && t('drafts.readyCount', { ready, taking })}</span>
      <ReadyButton session={session} />
    </>
  )
}
