import { useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { copyText } from '../ui/copy-text.ts'
import { useReadable } from '../ui/use-readable.ts'

/** Notes that came too late for their step: kept until their author has copied them or does not want them any more. */
export function LeftBehind({ session }: { session: BoardSession }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { phaseId } = useReadable(session.view)
  const late = useReadable(outbox.outgoing).filter((note) => note.phaseId !== phaseId && note.state !== 'saved' && note.text !== '')
  if (late.length === 0) return null
  return (
    <section className="phone-part" aria-label={t('drafts.leftBehind')}>
      <h2>{t('drafts.leftBehind')}</h2>
      <ul className="phone-list">
        {late.map((note) => (
          <LateNote key={note.id} text={note.text} onForget={() => outbox.forget(note.phaseId, note.id)} />
        ))}
      </ul>
    </section>
  )
}

function LateNote({ text, onForget }: { text: string; onForget: () => void }) {
  const { t } = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  return (
    <li className="phone-card">
      <textarea ref={field} className="input" rows={2} readOnly aria-label={t('drafts.leftBehind')} value={text} />
      <div className="phone-buttons">
        <button type="button" className="btn" onClick={() => field.current && void copyText(field.current)}>
          {t('drafts.copy')}
        </button>
        <button type="button" className="btn btn-quiet" onClick={onForget}>
          {t('drafts.forget')}
        </button>
      </div>
    </li>
  )
}
