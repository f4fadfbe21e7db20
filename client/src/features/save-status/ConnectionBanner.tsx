import { CloudOff, HardDrive, TriangleAlert, X, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession, SaveStatus } from '../../session/board-session.ts'
import type { DeviceCopyState } from '../../session/device-copy.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './save-status.css'

/** What a person should know and do while the server is away or cannot store, or while this device could keep nothing. */
export function ConnectionBanner({ session }: { session: BoardSession }) {
  const { t } = useText()
  const status = useReadable(session.status)
  const copy = useReadable(session.deviceCopy)
  const [dismissed, setDismissed] = useState<Notice | null>(null)
  const notice = noticeFor(status, copy)
  if (notice === null || notice === dismissed) return null
  const { Icon, mood, text, canDismiss } = FORMS[notice]
  return (
    // That the server is away the save chip has said.
    <div className={`connection-banner connection-${mood}`} role={mood === 'danger' ? 'alert' : canDismiss ? 'status' : undefined}>
      <Icon aria-hidden /> <p>{t(text)}</p>
      {canDismiss && (
        <button type="button" className="btn btn-quiet btn-icon" aria-label={t('app.close')} onClick={() => setDismissed(notice)}>
          <X aria-hidden />
        </button>
      )}
    </div>
  )
}

type Notice = 'notSaved' | 'offline' | 'offlineFull' | 'offlineUnavailable' | 'full' | 'unavailable'

/** `writing` is a matter of milliseconds: it is not worth another sentence. */
export function noticeFor(status: SaveStatus, copy: DeviceCopyState): Notice | null {
  if (status.state === 'not-saved') return 'notSaved'
  const away = status.state === 'offline'
  if (copy === 'full') return away ? 'offlineFull' : 'full'
  if (copy === 'unavailable') return away ? 'offlineUnavailable' : 'unavailable'
  // The copy holds the board; a note or a ballot that waits has a place of its own, which a browser may refuse.
  if (copy === 'kept' && status.state === 'offline' && status.unsaved && !status.kept) return 'offlineUnavailable'
  return away ? 'offline' : null
}

const FORMS = {
  notSaved: { Icon: TriangleAlert, mood: 'danger', text: 'save.notSavedBanner', canDismiss: false },
  offline: { Icon: CloudOff, mood: 'warn', text: 'save.offlineBanner', canDismiss: false },
  offlineFull: { Icon: TriangleAlert, mood: 'danger', text: 'save.offlineFullBanner', canDismiss: false },
  offlineUnavailable: { Icon: TriangleAlert, mood: 'danger', text: 'save.offlineBannerNotKept', canDismiss: false },
  // With the server there nothing is lost: read once, it may go.
  full: { Icon: HardDrive, mood: 'warn', text: 'save.fullBanner', canDismiss: true },
  unavailable: { Icon: HardDrive, mood: 'warn', text: 'save.unavailableBanner', canDismiss: true },
} as const satisfies Record<Notice, { Icon: LucideIcon; mood: 'warn' | 'danger'; text: string; canDismiss: boolean }>
