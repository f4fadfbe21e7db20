import { Heart, MessageSquare } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { useRights } from '../rights/rights-now.ts'
import './remark-buttons.css'
import { useCardRemarks, useRemarksNow } from './remarks-now.ts'

const icon = { size: 18, strokeWidth: 2.1, 'aria-hidden': true } as const

/** In the bar above one card: "me too", and the way to what people say about it. Viewers read. */
export function RemarkButtons({ cardId }: { cardId: string }) {
  const { t } = useText()
  const rights = useRights()
  const now = useRemarksNow()
  const said = useCardRemarks(now, cardId)
  if (!now) return null
  const mine = said?.meToo.some((remark) => now.remarks.isMine(remark)) ?? false
  const others = said?.meToo.length ?? 0
  const comments = said?.comments.length ?? 0
  return (
    <>
      {rights.react && (
        <button
          type="button"
          className="rb-me-too"
          aria-pressed={mine}
          title={t('remarks.meTooHint')}
          onClick={() => now.remarks.setMeToo(cardId, !mine)}
        >
          <Heart {...icon} /> <span className="rb-bar-word">{t('remarks.meToo')}</span>
          {others > 0 && <span className="rb-bar-count">{others}</span>}
        </button>
      )}
      {(rights.comment || comments > 0) && (
        <button
          type="button"
          aria-label={comments > 0 ? t('remarks.open', { count: comments }) : t('remarks.write')}
          title={comments > 0 ? t('remarks.open', { count: comments }) : t('remarks.write')}
          onClick={() => now.open(cardId)}
        >
          <MessageSquare {...icon} />
          {comments > 0 && <span className="rb-bar-count">{comments}</span>}
        </button>
      )}
    </>
  )
}
