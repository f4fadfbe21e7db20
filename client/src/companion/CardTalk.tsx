import { REMARK_LIMITS, type Remark } from '@remedyboard/shared/board/remarks'
import { useEffect } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardRemarks } from '../session/board-remarks.ts'
import type { BoardSession } from '../session/board-session.ts'
import { announce } from '../ui/announce.ts'
import { clockTime } from '../ui/clock-time.ts'
import { useReadable } from '../ui/use-readable.ts'
import { TakeBack } from './TakeBack.tsx'
import { canSend, TextArea } from './TextArea.tsx'
import { useUnfinished } from './use-unfinished.ts'
import { targetName } from '../session/writing-target.ts'

interface CardTalkProps {
  session: BoardSession
  cardId: string
  comments: readonly Remark[]
  unread: number
}

/** What was said about a card, and the place to say something. */
export function CardTalk({ session, cardId, comments, unread }: CardTalkProps) {
  const { t, locale } = useText()
  const remarks = boardRemarks(session)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const [text, type] = useUnfinished(session, targetName({ kind: 'talk', id: cardId }), rights.comment)

  useEffect(() => {
    if (unread > 0) remarks.markRead(cardId)
  }, [remarks, cardId, unread])

  const send = () => {
    if (!canSend(text, REMARK_LIMITS.textLength)) return
    remarks.write(cardId, text)
    type('')
    announce(t('remarks.sent'))
  }
  return (
    <div className="phone-talk">
      <ol>
        {comments.map((remark) => (
          <li key={remark.id} data-resolved={remark.resolved}>
            <p className="phone-talk-who">
              <b>{remark.stamp?.name ?? me.name}</b>{' '}
              {remark.stamp ? clockTime(remark.stamp.at, session.serverNow(), locale) : t('remarks.sending')}
              {remark.resolved && ` · ${t('remarks.resolved')}`}
            </p>
            <div className="phone-talk-words">
              <p className="phone-card-text" dir="auto">
                {remark.text}
              </p>
              {remarks.isMine(remark) && me.role !== 'viewer' && (
                <TakeBack text={remark.text} onConfirm={() => remarks.remove(remark.id)} />
              )}
            </div>
          </li>
        ))}
      </ol>
      {rights.comment ? (
        <>
          <TextArea
            label={t('remarks.text')}
            placeholder={t('remarks.placeholder')}
            value={text}
            most={REMARK_LIMITS.textLength}
            onChange={type}
            onEnter={send}
          />
          <div className="phone-buttons">
            <button type="button" className="btn btn-primary" disabled={!canSend(text, REMARK_LIMITS.textLength)} onClick={send}>
              {t('remarks.send')}
            </button>
          </div>
        </>
      ) : (
        <p className="phone-quiet">{t(me.role === 'viewer' ? 'remarks.viewer' : 'remarks.notNow')}</p>
      )}
    </div>
  )
}
