import { ChevronRight, Eye, Lock, MapPin } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { areaName } from '../session/board-areas.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useReadable } from '../ui/use-readable.ts'

interface PhoneNoticesProps {
  session: BoardSession
  /** Shows an area of the board. */
  onShowArea: (area: string) => void
}

/** What the facilitator has set for everybody, in words: where to look, and that the board is locked. */
export function PhoneNotices({ session, onShowArea }: PhoneNoticesProps) {
  const { t } = useText()
  const { attention, boardLocked, me } = useReadable(session.view)
  useReadable(session.records)
  return (
    <>
      {attention.mode === 'area' && (
        <button type="button" className="phone-notice" onClick={() => onShowArea(attention.area)}>
          <MapPin aria-hidden /> <span>{t('phone.lookAt', { area: areaName(session, attention.area) })}</span> <ChevronRight aria-hidden />
        </button>
      )}
      {attention.mode === 'person' && attention.id !== me.id && (
        <p className="phone-notice" role="status">
          <Eye aria-hidden /> <span>{t('phone.lookUp')}</span>
        </p>
      )}
      {boardLocked && me.role !== 'facilitator' && (
        <p className="phone-notice" role="status">
          <Lock aria-hidden /> <span>{t('phone.locked')}</span>
        </p>
      )}
      {me.role === 'viewer' && (
        <p className="phone-notice phone-notice-quiet">
          <Eye aria-hidden /> <span>{t('board.lookOnlyHint')}</span>
        </p>
      )}
    </>
  )
}
