import { ArrowLeft, Heart, LocateFixed } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import { boardRemarks } from '../../session/board-remarks.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { CommentForm } from './CommentForm.tsx'
import { RemarkRow } from './RemarkRow.tsx'

interface RemarkThreadProps {
  session: BoardSession
  cardId: string
  onBack: () => void
  onGoTo: (cardId: string) => void
}

/** The talk about one card: who shares it, what was said, and the place to say something. */
export function RemarkThread({ session, cardId, onBack, onGoTo }: RemarkThreadProps) {
  const { t } = useText()
  const remarks = boardRemarks(session)
  const { cards, targets } = useReadable(boardMapping(session).graph)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const byCard = useReadable(remarks.byCard)
  const id = targets.get(cardId) ?? cardId
  const card = cards.get(id)
  const said = byCard.get(id)
  const comments = said?.comments ?? []
  const meToo = said?.meToo ?? []
  const mine = meToo.some((remark) => remarks.isMine(remark))

  const unread = said?.unread ?? 0
  useEffect(() => {
    if (unread > 0) remarks.markRead(id)
  }, [remarks, id, unread])

  return (
    <>
      <div className="remark-head">
        <button ref={focusOnArrival} type="button" className="btn btn-quiet remark-back" onClick={onBack}>
          <ArrowLeft aria-hidden /> {t('remarks.all')}
        </button>
        {card && (
          <button
            type="button"
            className="btn btn-quiet btn-icon"
            aria-label={t('remarks.goTo')}
            title={t('remarks.goTo')}
            onClick={() => onGoTo(id)}
          >
            <LocateFixed aria-hidden />
          </button>
        )}
      </div>
      <h3 className="remark-subject" data-kind={card?.kind}>
        {card ? card.text || t('remarks.unnamed') : t('remarks.gone')}
      </h3>
      {card && (rights.react || meToo.length > 0) && (
        <div className="remark-me-too">
          {rights.react && (
            <button
              type="button"
              className="btn"
              aria-pressed={mine}
              title={t('remarks.meTooHint')}
              onClick={() => remarks.setMeToo(id, !mine)}
            >
              <Heart aria-hidden /> {t('remarks.meToo')}
            </button>
          )}
          {meToo.length > 0 && (
            <span title={t('remarks.meToosBy', { names: meToo.map(({ stamp }) => stamp?.name ?? me.name).join('、') })}>
              {t('remarks.meToos', { count: meToo.length })}
            </span>
          )}
        </div>
      )}
      {comments.length === 0 && card && <p className="panel-empty">{t('remarks.noneHere')}</p>}
      <ol className="remark-rows">
        {comments.map((remark) => (
          <RemarkRow key={remark.id} session={session} remark={remark} />
        ))}
      </ol>
      {card &&
        (rights.comment ? (
          <CommentForm onSend={(text) => remarks.write(id, text)} />
        ) : (
          <p className="remark-not-now">{t(me.role === 'viewer' ? 'remarks.viewer' : 'remarks.notNow')}</p>
        ))}
    </>
  )
}
