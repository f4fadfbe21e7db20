import { useMemo } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './attention.css'
import { staying } from './staying.ts'

/** Whether the view of this device moves with the steps, for everybody who does not lead. */
export function GoAlongSwitch({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { agenda, me } = useReadable(session.view)
  const store = useMemo(() => staying(session.board.id), [session])
  const stays = useReadable(store)
  if (agenda.length === 0 || me.role === 'facilitator') return null
  return (
    <label className="switch go-along">
      <input type="checkbox" checked={!stays} onChange={({ target: { checked } }) => store.set(!checked)} />
      {t('attention.goWithSteps')}
    </label>
  )
}
