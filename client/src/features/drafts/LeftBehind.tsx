import { useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { draftOutbox } from '../../session/draft-outbox.ts'
import { leftTexts } from '../../session/left-texts.ts'
import { openFields } from '../../session/open-fields.ts'
import { targetName } from '../../session/writing-target.ts'
import { announce } from '../../ui/announce.ts'
import { copyText } from '../../ui/copy-text.ts'
import { useReadable } from '../../ui/use-readable.ts'

/**
 * Words that no field shows: notes that were not taken, and what somebody was still writing when the step went on. Kept until their author
 * has used them or does not want them any more.
 */
export function LeftBehind({ session }: { session: BoardSession }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { phaseId } = useReadable(session.view)
  const kept = useReadable(outbox.unfinishedTexts)
  const outgoing = useReadable(outbox.outgoing)
  const open = useReadable(openFields(session).names)
  const left = leftTexts(outbox, { phaseId, outgoing, kept, isShown: (name) => open.has(name) })
  if (left.length === 0) return null

  const here = targetName({ kind: 'new', phaseId })
  // Nothing that is being written now is replaced.
  const canGoOn = open.has(here) && (kept.get(here) ?? '').trim() === ''
  const goOn = (text: string, forget: () => void) => {
    outbox.keepUnfinished(here, text)
    forget()
    announce(t('drafts.goneOn'))
  }
  return (
    <section className="panel-section drafts-card" aria-label={t('drafts.leftBehind')}>
      <p className="drafts-promise">
        <b>{t('drafts.leftBehind')}</b>
      </p>
      <ul className="drafts-notes">
        {left.map(({ key, text, why, forget }) => (
          <LeftText
            key={key}
            text={text}
            why={t(`drafts.leftWhy.${why}`)}
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
    <li className="drafts-new">
      <p className="drafts-promise">{why}</p>
      <textarea ref={field} className="input drafts-field" rows={2} dir="auto" readOnly aria-label={why} value={text} />
      <div className="drafts-buttons">
        <button type="button" className="btn btn-quiet" onClick={onForget}>
          {t('drafts.forget')}
        </button>
        <button type="button" className="btn" onClick={() => void copy()}>
          {t('drafts.copy')}
        </button>
        {onGoOn && (
          <button type="button" className="btn btn-primary" onClick={onGoOn}>
            {t('drafts.goOn')}
          </button>
        )}
      </div>
    </li>
  )
}
