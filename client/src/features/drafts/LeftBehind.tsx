import { useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { draftOutbox } from '../../session/draft-outbox.ts'
import { copyText } from '../../ui/copy-text.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** Texts that came too late for their step: kept until their author has copied them or does not want them any more. */
export function LeftBehind({ session }: { session: BoardSession }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { phaseId } = useReadable(session.view)
  const late = useReadable(outbox.outgoing).filter((note) => note.phaseId !== phaseId && note.state !== 'saved' && note.text !== '')
  if (late.length === 0) return null
  return (
    <section className="panel-section drafts-card" aria-label={t('drafts.leftBehind')}>
      <p className="drafts-promise">
        <b>{t('drafts.leftBehind')}</b>
      </p>
      <ul className="drafts-notes">
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
    <li className="drafts-new">
      <textarea ref={field} className="input drafts-field" rows={2} readOnly aria-label={t('drafts.leftBehind')} value={text} />
      <div className="drafts-buttons">
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
