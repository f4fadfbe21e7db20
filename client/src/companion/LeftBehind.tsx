import { useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { announce } from '../ui/announce.ts'
import { copyText } from '../ui/copy-text.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { PhoneTask } from './phone-task.ts'
import { orphanedTexts, targetName } from './writing-target.ts'
import './write.css'

/**
 * Words whose step is over: notes that came too late, and what somebody was still writing. Kept until their author has used them or
 * does not want them any more.
 */
export function LeftBehind({ session, tasks }: { session: BoardSession; tasks: readonly PhoneTask[] }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { phaseId } = useReadable(session.view)
  const kept = useReadable(outbox.unfinishedTexts)
  const late = useReadable(outbox.outgoing).filter((note) => note.phaseId !== phaseId && note.state === 'refused' && note.text !== '')
  const orphans = orphanedTexts(kept, { phaseId, tasks })
  if (late.length === 0 && orphans.length === 0) return null

  const here = targetName({ kind: 'new', phaseId })
  // Nothing that is being written now is replaced.
  const canGoOn = (tasks.includes('write') || tasks.includes('add')) && (kept.get(here) ?? '').trim() === ''
  const goOn = (text: string, forget: () => void) => {
    outbox.keepUnfinished(here, text)
    forget()
    announce(t('phone.write.goneOn'))
  }
  const words = [
    ...late.map(({ phaseId: step, id, text }) => ({ id, text, isLate: true, forget: () => outbox.forget(step, id) })),
    ...orphans.map(([name, text]) => ({ id: name, text, isLate: false, forget: () => outbox.keepUnfinished(name, '') })),
  ]
  return (
    <section className="phone-part phone-left-behind" aria-label={t('phone.write.leftBehind')}>
      <h2>{t('phone.write.leftBehind')}</h2>
      <ul className="phone-list">
        {words.map(({ id, text, isLate, forget }) => (
          <LeftText
            key={id}
            text={text}
            why={t(isLate ? 'phone.write.late' : 'phone.write.unfinished')}
            onGoOn={canGoOn ? () => goOn(text, forget) : null}
            onForget={forget}
          />
        ))}
      </ul>
    </section>
  )
}

interface LeftTextProps {
  text: string
  why: string
  /** takes it over into the field of the step that runs; null when there is none, or it is in use */
  onGoOn: (() => void) | null
  onForget: () => void
}

function LeftText({ text, why, onGoOn, onForget }: LeftTextProps) {
  const { t } = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const copy = async () => {
    if (field.current) announce(t((await copyText(field.current)) === 'copied' ? 'app.copied' : 'app.copyByHand'))
  }
  return (
    <li className="phone-card">
      <p className="phone-quiet">{why}</p>
      <textarea ref={field} className="input" rows={2} dir="auto" readOnly aria-label={why} value={text} />
      <div className="phone-buttons">
        <button type="button" className="btn btn-quiet" onClick={onForget}>
          {t('drafts.forget')}
        </button>
        <button type="button" className="btn" onClick={() => void copy()}>
          {t('drafts.copy')}
        </button>
        {onGoOn && (
          <button type="button" className="btn btn-primary" onClick={onGoOn}>
            {t('phone.write.goOn')}
          </button>
        )}
      </div>
    </li>
  )
}
