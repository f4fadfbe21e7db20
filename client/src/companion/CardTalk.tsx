import { cleanComment, REMARK_LIMITS, type Remark } from '@remedyboard/shared/board/remarks'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardRemarks } from '../session/board-remarks.ts'
import type { BoardSession } from '../session/board-session.ts'
import { clockTime } from '../ui/clock-time.ts'
import { useReadable } from '../ui/use-readable.ts'
import { TextArea } from './TextArea.tsx'

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
  const [text, setText] = useState('')

  useEffect(() => {
    if (unread > 0) remarks.markRead(cardId)
  }, [remarks, cardId, unread])

  const send = () => {
    if (cleanComment(text) === '') return
    remarks.write(cardId, text)
    setText('')
  }
  return (
    <div className="phone-talk">
      <ol>
        {comments.map(({ id, stamp, text: words }) => (
          <li key={id}>
            <p className="phone-talk-who">
              <b>{stamp?.name ?? me.name}</b> {stamp ? clockTime(stamp.at, session.serverNow(), locale) : t('remarks.sending')}
            </p>
            <p className="phone-card-text">{words}</p>
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
            onChange={setText}
            onEnter={send}
          />
          <div className="phone-buttons">
            <button type="button" className="btn btn-primary" disabled={cleanComment(text) === ''} onClick={send}>
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
