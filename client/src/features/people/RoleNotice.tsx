import type { Role } from '@remedyboard/shared/protocol/role'
import { Eye, PencilLine, ShieldCheck, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './people.css'

const TEXT = { facilitator: 'people.nowFacilitator', participant: 'people.nowParticipant', viewer: 'people.nowViewer' } as const
const ICON = { facilitator: ShieldCheck, participant: PencilLine, viewer: Eye } as const

interface RoleNoticeProps {
  session: BoardSession
  /** the way to where one leads, for pages that are not it */
  lead?: ReactNode
}

/** Tells a person that their role was changed while they were here: buttons come and go, and they should know why. */
export function RoleNotice({ session, lead }: RoleNoticeProps) {
  const { t } = useText()
  const { role } = useReadable(session.view).me
  const last = useRef(role)
  const [changed, setChanged] = useState<Role | null>(null)

  useEffect(() => {
    if (last.current === role) return
    last.current = role
    setChanged(role)
    announce(t(TEXT[role]))
  }, [role, t])

  if (changed === null) return null
  const Icon = ICON[changed]
  return (
    <div className="role-notice">
      <Icon aria-hidden />
      <p>{t(TEXT[changed])}</p>
      {changed === 'facilitator' && lead}
      <button type="button" className="btn btn-quiet btn-icon" aria-label={t('app.close')} onClick={() => setChanged(null)}>
        <X aria-hidden />
      </button>
    </div>
  )
}
