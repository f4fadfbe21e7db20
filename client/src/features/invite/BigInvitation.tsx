import type { Role } from '@remedyboard/shared/protocol/role'
import { Minimize2 } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { spacedCode } from './join-address.ts'
import { QrCode } from './QrCode.tsx'

interface BigInvitationProps {
  title: string
  role: Role
  url: string
  host: string
  joinCode: string
  onClose: () => void
}

/** For the projector: read and scanned from the back of the room. The short code admits participants, so it stands beside theirs only. */
export function BigInvitation({ title, role, url, host, joinCode, onClose }: BigInvitationProps) {
  const { t } = useText()
  return (
    <Dialog key="big" title={title} closeLabel={t('app.close')} onClose={onClose} variant="full">
      <div className="invite-big">
        <QrCode value={url} label={role === 'viewer' ? t('invite.qrViewer') : t('invite.qr')} />
        <div className="invite-big-words">
          <p className="invite-big-host">{host}</p>
          {role === 'participant' ? (
            <>
              <p className="invite-big-label">{t('invite.code')}</p>
              <p className="invite-big-code">{spacedCode(joinCode)}</p>
            </>
          ) : (
            <p className="invite-big-label">{t('invite.forViewer')}</p>
          )}
          <button type="button" className="btn" onClick={onClose}>
            <Minimize2 aria-hidden /> {t('invite.showSmall')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
