import { ROLES, type Role } from '@remedyboard/shared/protocol/role'
import { DoorClosed, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { BigInvitation } from './BigInvitation.tsx'
import { Invitation } from './Invitation.tsx'
import './invite.css'
import { joinAddress } from './join-address.ts'
import { ReplaceLink } from './ReplaceLink.tsx'
import { useLinks } from './use-links.ts'

/** The link that is handed out most comes first. */
const TABS = [...ROLES].sort((a, b) => Number(b === 'participant') - Number(a === 'participant'))

interface InviteDialogProps {
  session: BoardSession
  joinCode: string
  onClose: () => void
}

/** Ways into the board: QR code, short code, links. Facilitators choose which link, replace leaked ones and open a closed entry. */
export function InviteDialog({ session, joinCode, onClose }: InviteDialogProps) {
  const { t } = useText()
  const { me, entryOpen } = useReadable(session.view)
  const { links, failure, setLinks } = useLinks(session)
  const [chosen, setChosen] = useState<Role>('participant')
  const [big, setBig] = useState(false)
  const leads = me.role === 'facilitator'
  const role = leads ? chosen : 'participant'

  // Without the links (not a facilitator, or not yet loaded) the code page of this very address does the same.
  const code = links?.joinCode ?? joinCode
  const byCode = joinAddress(links?.joinUrl ?? location.href, code)
  const url = links?.links[role] ?? (role === 'participant' ? byCode.url : null)
  const waiting = leads && !links && !failure

  if (big && url !== null) {
    return (
      <BigInvitation title={session.board.title} role={role} url={url} host={byCode.host} joinCode={code} onClose={() => setBig(false)} />
    )
  }
  return (
    <Dialog key="normal" title={t('invite.title')} closeLabel={t('app.close')} onClose={onClose}>
      {leads && (
        <fieldset>
          <legend className="visually-hidden">{t('invite.who')}</legend>
          <div className="segments invite-tabs">
            {TABS.map((tab) => (
              <label key={tab}>
                <input type="radio" name="invite-role" checked={role === tab} onChange={() => setChosen(tab)} />
                <span>{t(FOR[tab])}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {!entryOpen && role !== 'facilitator' && (
        <div className="invite-warning" role="status">
          <DoorClosed aria-hidden />
          <p>{t('invite.entryClosed')}</p>
          {leads && (
            // A failure leaves the notice standing, which is true.
            <button
              type="button"
              className="btn"
              onClick={() => void session.send({ type: 'set-entry', open: true }).catch(() => undefined)}
            >
              {t('invite.openEntry')}
            </button>
          )}
        </div>
      )}
      <Invitation role={role} url={waiting ? null : url} joinCode={code} host={byCode.host} onShowBig={() => setBig(true)} />
      {byCode.localOnly && (
        <p className="invite-warning">
          <TriangleAlert aria-hidden /> {t('invite.localOnly')}
        </p>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {t('invite.loadFailed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      {links && <ReplaceLink key={role} boardId={session.board.id} role={role} onReplaced={setLinks} />}
    </Dialog>
  )
}

const FOR = { participant: 'invite.forParticipant', facilitator: 'invite.forFacilitator', viewer: 'invite.forViewer' } as const
