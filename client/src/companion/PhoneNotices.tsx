import { Eye, Lock, MapPin } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { areaName } from '../session/board-areas.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

interface PhoneNoticesProps {
  session: BoardSession
  onShowBoard: () => void
}

/** What the facilitator has set for everybody, in words: where to look, and that the board is locked. */
export function PhoneNotices({ session, onShowBoard }: PhoneNoticesProps) {
  const { t } = useText()
  const { attention, boardLocked, me } = useReadable(session.view)
  useReadable(session.records)
  return (
    <>
      {attention.mode === 'area' && (
        <button type="button" className="phone-notice" onClick={onShowBoard}>
          <MapPin aria-hidden /> {t('phone.lookAt', { area: areaName(session, attention.area) })}
        </button>
      )}
      {attention.mode === 'person' && attention.id !== me.id && (
        <p className="phone-notice" role="status">
          <Eye aria-hidden /> {t('phone.lookUp')}
        </p>
      )}
      {boardLocked && me.role !== 'facilitator' && (
        <p className="phone-notice" role="status">
          <Lock aria-hidden /> {t('phone.locked')}
        </p>
      )}
    </>
  )
}
