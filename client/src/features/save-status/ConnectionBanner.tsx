import { CloudOff, TriangleAlert } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './save-status.css'

/** What a person should know and do while the server is away or cannot store. */
export function ConnectionBanner({ session }: { session: BoardSession }) {
  const { t } = useText()
  const status = useReadable(session.status)
  const copy = useReadable(session.deviceCopy)
  if (status.state === 'offline') {
    return (
      <div className="connection-banner connection-offline" role="status">
        <CloudOff aria-hidden /> <p>{copy === 'kept' || copy === 'writing' ? t('save.offlineBanner') : t('save.offlineBannerNotKept')}</p>
      </div>
    )
  }
  if (status.state === 'not-saved') {
    return (
      <div className="connection-banner connection-not-saved" role="alert">
        <TriangleAlert aria-hidden /> <p>{t('save.notSavedBanner')}</p>
      </div>
    )
  }
  return null
}
