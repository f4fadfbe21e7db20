import type { Remark } from '@remedyboard/shared/board/remarks'
import { personColor } from '@remedyboard/shared/protocol/presence'
import { CircleCheck, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { boardRemarks } from '../../session/board-remarks.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { clockTime } from '../../ui/clock-time.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** One comment: who, when, what; its author and facilitators delete it, whoever may comment resolves it. */
export function RemarkRow({ session, remark }: { session: BoardSession; remark: Remark }) {
  const { t, locale } = useText()
  const remarks = boardRemarks(session)
  const { me } = useReadable(session.view)
  const people = useReadable(session.people)
  const rights = useReadable(session.rights)
  const [asking, setAsking] = useState(false)
  const { id, stamp, text, resolved } = remark
  const isMine = remarks.isMine(remark)
  // Whoever is here may have another name by now.
  const name = isMine ? me.name : (people.find((person) => person.id === stamp?.author)?.name ?? stamp?.name ?? '')
  return (
    <li className="remark-row" data-resolved={resolved}>
      <Avatar name={name} color={personColor(stamp?.author ?? me.id)} />
      <div className="remark-body">
        <p className="remark-who">
          <strong>{name}</strong>
          {isMine && <span> ({t('remarks.me')})</span>}
          <span className="remark-when">{stamp ? clockTime(stamp.at, session.serverNow(), locale) : t('remarks.sending')}</span>
        </p>
        <p className="remark-text">{text}</p>
        {asking ? (
          <div className="remark-ask" role="group" aria-label={t('remarks.deleteAsk')}>
            <p>{t('remarks.deleteAsk')}</p>
            <button
              ref={focusOnArrival}
              type="button"
              className="btn btn-danger"
              onClick={() => {
                remarks.remove(id)
                announce(t('remarks.deleted'))
              }}
            >
              {t('remarks.deleteYes')}
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {t('remarks.deleteNo')}
            </button>
          </div>
        ) : (
          <div className="remark-actions">
            {resolved && (
              <span className="remark-resolved">
                <CircleCheck aria-hidden /> {t('remarks.resolved')}
              </span>
            )}
            {rights.comment && (
              <button
                type="button"
                className="btn btn-quiet"
                title={t(resolved ? 'remarks.reopen' : 'remarks.resolveHint')}
                onClick={() => remarks.resolve(id, !resolved)}
              >
                {resolved ? <RotateCcw aria-hidden /> : <CircleCheck aria-hidden />}
                {t(resolved ? 'remarks.reopen' : 'remarks.resolve')}
              </button>
            )}
            {(rights.facilitate || (isMine && me.role !== 'viewer')) && (
              <button type="button" className="btn btn-quiet" onClick={() => setAsking(true)}>
                <Trash2 aria-hidden /> {t('remarks.delete')}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  )
}
