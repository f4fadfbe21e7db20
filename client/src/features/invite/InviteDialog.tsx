import type { LinksResponse } from '@remedyboard/shared/protocol/api'
import { Maximize2, Minimize2, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { api, ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { CopyField } from './CopyField.tsx'
import './invite.css'
import { joinAddress, spacedCode } from './join-address.ts'
import { QrCode } from './QrCode.tsx'

interface InviteDialogProps {
  session: BoardSession
  onClose: () => void
}

/** Ways into the board: QR code, short code, links. Facilitators also hand out the stronger and the weaker link. */
export function InviteDialog({ session, onClose }: InviteDialogProps) {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const { id, title, joinCode } = session.board
  const [links, setLinks] = useState<LinksResponse | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [big, setBig] = useState(false)
  const isFacilitator = me.role === 'facilitator'

  useEffect(() => {
    if (!isFacilitator) return
    let current = true
    api.links(id).then(
      (answer) => current && setLinks(answer),
      (error: unknown) => {
        const code = error instanceof ApiFailure ? error.code : 'internal'
        if (current) setFailure(t('invite.loadFailed', { reason: t(`error.${code}`) }))
      },
    )
    return () => {
      current = false
    }
  }, [id, isFacilitator, t])

  // Without the links (not a facilitator, or not yet loaded) the code page of this very address does the same.
  const byCode = joinAddress(links?.joinUrl ?? location.href, joinCode)
  const joinUrl = links?.joinUrl ?? byCode.url
  const waiting = isFacilitator && !links && !failure

  if (big) {
    return (
      <Dialog key="big" title={title} closeLabel={t('app.close')} onClose={() => setBig(false)} variant="full">
        <div className="invite-big">
          <QrCode value={joinUrl} label={t('invite.qr')} />
          <div className="invite-big-words">
            <p className="invite-big-host">{byCode.host}</p>
            <p className="invite-big-label">{t('invite.code')}</p>
            <p className="invite-big-code">{spacedCode(joinCode)}</p>
            <button type="button" className="btn" onClick={() => setBig(false)}>
              <Minimize2 aria-hidden /> {t('invite.showSmall')}
            </button>
          </div>
        </div>
      </Dialog>
    )
  }

  return (
    <Dialog key="normal" title={t('invite.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p className="invite-lead">{t('invite.lead')}</p>
      <div className="invite-ways">
        <div className="invite-qr" aria-busy={waiting}>
          {waiting ? <div className="qr qr-waiting" /> : <QrCode value={joinUrl} label={t('invite.qr')} />}
        </div>
        <div className="invite-code">
          <p className="field-label">{t('invite.code')}</p>
          <p className="invite-code-value">{spacedCode(joinCode)}</p>
          <p className="field-hint">{t('invite.codeHint', { address: byCode.host })}</p>
          <button type="button" className="btn" onClick={() => setBig(true)}>
            <Maximize2 aria-hidden /> {t('invite.showBig')}
          </button>
        </div>
      </div>
      {byCode.localOnly && (
        <p className="invite-warning">
          <TriangleAlert aria-hidden /> {t('invite.localOnly')}
        </p>
      )}
      <CopyField label={t('invite.participantLink')} value={joinUrl} />
      {failure && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
      {links && (
        <details className="invite-more">
          <summary>{t('invite.otherLinks')}</summary>
          <CopyField label={t('invite.facilitatorLink')} hint={t('invite.facilitatorHint')} value={links.links.facilitator} />
          <CopyField label={t('invite.viewerLink')} hint={t('invite.viewerHint')} value={links.links.viewer} />
        </details>
      )}
    </Dialog>
  )
}
