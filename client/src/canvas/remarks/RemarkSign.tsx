import { Heart, MessageSquare } from 'lucide-react'
import { stopEventPropagation, type TLShapeId } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import './remark-sign.css'
import { useCardRemarks, useRemarksNow } from './remarks-now.ts'

/** How far the sign reaches into the card, in board units: further, and the handle of a selected card's edge would lie over it. */
const SINKS = 6

/** On the lower edge of a card that people talk about: how many comments, how many "me too", and whether there is something new. */
export function RemarkSign({ cardId, w, h }: { cardId: TLShapeId; w: number; h: number }) {
  const { t } = useText()
  const now = useRemarksNow()
  const said = useCardRemarks(now, cardId)
  if (!now || !said || (said.comments.length === 0 && said.meToo.length === 0)) return null
  const { comments, meToo, open, unread } = said
  const words = [
    comments.length > 0 && t('remarks.comments', { count: comments.length }),
    unread > 0 && t('remarks.unread', { count: unread }),
    meToo.length > 0 && t('remarks.meToos', { count: meToo.length }),
  ].filter((part) => part !== false)
  return (
    <button
      type="button"
      className="rb-remark-sign"
      data-new={unread > 0}
      data-open={open > 0}
      aria-label={words.join(', ')}
      title={words.join(' · ')}
      // the keyboard reaches it through the bar above the card
      tabIndex={-1}
      style={{ right: `calc(100% - ${w - 12}px)`, top: h - SINKS }}
      onPointerDown={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
      onClick={() => now.open(cardId)}
    >
      {comments.length > 0 && (
        <span>
          <MessageSquare aria-hidden /> {comments.length}
        </span>
      )}
      {meToo.length > 0 && (
        <span className="rb-remark-sign-heart">
          <Heart aria-hidden /> {meToo.length}
        </span>
      )}
    </button>
  )
}
