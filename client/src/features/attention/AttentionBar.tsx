import { Eye, Lock, MapPin, SunDim, Users, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import { areaName } from '../../session/board-areas.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useSelected } from '../../ui/use-selected.ts'
import './attention.css'
import { useAttention } from './use-attention.ts'
import { useGoingAlong } from './use-going-along.ts'

interface AttentionBarProps {
  session: BoardSession
  canvas: CanvasApi | null
  /** what else is said over the canvas, below */
  children?: ReactNode
}

/** Over the canvas: who leads the view, what is in the light, that the board is locked; and the way to stay where one is. */
export function AttentionBar({ session, canvas, children }: AttentionBarProps) {
  const { t } = useText()
  const { attention, boardLocked, me, phaseId } = useReadable(session.view)
  const caller = attention.mode === 'person' ? attention.id : null
  const callerName = useSelected(session.people, (people) => people.find(({ id }) => id === caller)?.name ?? '')
  const { send, setAttention } = useAttention(session)
  const leads = me.role === 'facilitator'
  const { target, stays, isFollowing, stay, goAlong } = useGoingAlong(session, canvas)

  const bars: ReactNode[] = []
  if (attention.mode !== 'free') {
    const isMine = attention.mode === 'person' && attention.id === me.id
    const name = attention.mode === 'person' ? callerName : areaName(session, attention.area)
    const words = isMine
      ? t('attention.allFollowMe')
      : attention.mode === 'area'
        ? t('attention.inTheLight', { name })
        : isFollowing
          ? t('attention.following', { name })
          : t('attention.calls', { name })
    const mayStay = !leads && !stays && (attention.mode === 'area' || isFollowing)
    bars.push(
      <div key="attention" className="attention-bar">
        {isMine ? <Users aria-hidden /> : attention.mode === 'area' ? <SunDim aria-hidden /> : <Eye aria-hidden />}
        <span>{words}</span>
        {mayStay && (
          <button type="button" className="btn" onClick={stay}>
            {t('attention.stay')}
          </button>
        )}
        {!isMine && !mayStay && (
          <button type="button" className="btn" onClick={goAlong}>
            {t('attention.goAlong')}
          </button>
        )}
        {leads && (
          <button type="button" className="btn" onClick={() => void setAttention({ mode: 'free' })}>
            <X aria-hidden /> {t('attention.end')}
          </button>
        )}
      </div>,
    )
  } else if (!leads && stays && target && phaseId !== null) {
    bars.push(
      <div key="stays" className="attention-bar">
        <MapPin aria-hidden />
        <span>{t('attention.stays')}</span>
        <button type="button" className="btn" onClick={goAlong}>
          {t('attention.goAlong')}
        </button>
      </div>,
    )
  }
  if (boardLocked && me.role !== 'viewer') {
    bars.push(
      <div key="locked" className="attention-bar attention-locked">
        <Lock aria-hidden />
        <span>{leads ? t('attention.lockedByYou') : t('attention.locked')}</span>
        {leads && (
          <button type="button" className="btn" onClick={() => void send({ type: 'lock-board', locked: false })}>
            {t('attention.unlock')}
          </button>
        )}
      </div>,
    )
  }
  return (
    <div className="attention-bars">
      {bars}
      {children}
    </div>
  )
}
