import { joinAddress, spacedCode } from '../features/invite/join-address.ts'
import { QrCode } from '../features/invite/QrCode.tsx'
import { useText } from '../i18n/use-text.ts'

/** For the neighbour at the table: to scan from this phone, or to type. */
export function PhoneInvitation({ joinCode }: { joinCode: string }) {
  const { t } = useText()
  const { url, host } = joinAddress(location.href, joinCode)
  return (
    <div className="phone-invitation">
      <QrCode value={url} label={t('phone.shell.inviteQr')} />
      <p>{t('phone.shell.inviteHint', { address: `${host}/j` })}</p>
      <p className="phone-invitation-code tabular">{spacedCode(joinCode)}</p>
    </div>
  )
}
