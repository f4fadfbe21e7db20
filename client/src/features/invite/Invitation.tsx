import type { Role } from '@remedyboard/shared/protocol/role'
import { Eye, Maximize2, PencilLine, ShieldAlert, type LucideIcon } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { CopyField } from './CopyField.tsx'
import { spacedCode } from './join-address.ts'
import { QrCode } from './QrCode.tsx'

interface InvitationProps {
  role: Role
  /** null while it is being loaded */
  url: string | null
  joinCode: string
  /** what people type before the code */
  host: string
  onShowBig: () => void
}

/** One way in: what it allows in words, QR code, short code, link. */
export function Invitation({ role, url, joinCode, host, onShowBig }: InvitationProps) {
  const { t } = useText()
  const { Icon, allows, link, qr } = WORDS[role]
  return (
    <>
      <p className={role === 'facilitator' ? 'invite-allows invite-allows-much' : 'invite-allows'}>
        <Icon aria-hidden /> {t(allows)}
      </p>
      <div className="invite-ways">
        <div className="invite-qr" aria-busy={url === null}>
          {url === null ? <div className="qr qr-waiting" /> : <QrCode value={url} label={t(qr)} />}
        </div>
        <div className="invite-code">
          {role === 'participant' && (
            <>
              <p className="field-label">{t('invite.code')}</p>
              <p className="invite-code-value">{spacedCode(joinCode)}</p>
              <p className="field-hint">{t('invite.codeHint', { address: host })}</p>
            </>
          )}
          {/* Whoever photographs the facilitators' code leads the workshop: it is never shown big. */}
          {role !== 'facilitator' && (
            <button type="button" className="btn" disabled={url === null} onClick={onShowBig}>
              <Maximize2 aria-hidden /> {t('invite.showBig')}
            </button>
          )}
        </div>
      </div>
      <CopyField label={t(link)} value={url ?? ''} />
    </>
  )
}

const WORDS = {
  participant: { Icon: PencilLine, allows: 'invite.participantAllows', link: 'invite.participantLink', qr: 'invite.qr' },
  facilitator: { Icon: ShieldAlert, allows: 'invite.facilitatorAllows', link: 'invite.facilitatorLink', qr: 'invite.qrFacilitator' },
  viewer: { Icon: Eye, allows: 'invite.viewerAllows', link: 'invite.viewerLink', qr: 'invite.qrViewer' },
} as const satisfies Record<Role, { Icon: LucideIcon; allows: string; link: string; qr: string }>
