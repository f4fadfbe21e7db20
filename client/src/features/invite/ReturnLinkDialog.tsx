import { useEffect, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { api, failureCode, type ApiFailure } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { CopyField } from './CopyField.tsx'
import './invite.css'
import { QrCode } from './QrCode.tsx'

interface ReturnLinkDialogProps {
  session: BoardSession
  person: { id: string; name: string }
  onClose: () => void
}

/** "This is me again": brings somebody back who lost their phone, with their notes and their role. For one person, once, for some minutes. */
export function ReturnLinkDialog({ session, person: { id, name }, onClose }: ReturnLinkDialogProps) {
  const { t } = useText()
  const [link, setLink] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

  useEffect(() => {
    let isOpen = true
    api.returnLink(session.board.id, id).then(
      (answer) => isOpen && setLink(answer.link),
      (error: unknown) => isOpen && setFailure(failureCode(error)),
    )
    return () => {
      isOpen = false
    }
  }, [session, id])

  return (
    <Dialog title={t('roster.returnTitle', { name })} closeLabel={t('app.close')} onClose={onClose}>
      <p>{t('roster.returnHint', { name })}</p>
      {link !== null && (
        <>
          <div className="return-qr">
            <QrCode value={link} label={t('roster.returnQr', { name })} />
          </div>
          <CopyField label={t('roster.returnLink')} value={link} />
        </>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {t('people.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </Dialog>
  )
}
