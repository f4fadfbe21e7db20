import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { Check } from 'lucide-react'
import { useRef } from 'react'
import { useUnfinished } from '../../companion/use-unfinished.ts'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { draftOutbox, ownNotes } from '../../session/draft-outbox.ts'
import { newId } from '../../session/new-id.ts'
import { targetName } from '../../session/writing-target.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { NoteField } from './NoteField.tsx'
import { NoteRow } from './NoteRow.tsx'

/** One's own hidden notes: write, change, delete, and say that one is done. */
export function OwnNotes({ session, phase }: { session: BoardSession; phase: Phase }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { me, phaseRun } = useReadable(session.view)
  const outgoing = useReadable(outbox.outgoing)
  const [text, type] = useUnfinished(session, targetName({ kind: 'new', phaseId: phase.id }))
  const field = useRef<HTMLTextAreaElement>(null)
  const { busy, failure, run } = useAction(failureCode)

  const notes = ownNotes(phase.id, me.drafts, outgoing)
  const limit = phase.limits?.notes ?? COMMAND_LIMITS.drafts
  // A note that was refused is not one of the server's.
  const left = Math.max(0, limit - notes.filter(({ state }) => state !== 'refused').length)

  const add = () => {
    if (text.trim() === '' || left === 0) return
    outbox.write(phase.id, newId(), text)
    type('')
    field.current?.focus()
  }

  return (
    <div className="drafts-own">
      {notes.length > 0 && (
        <ul className="drafts-notes" aria-label={t('drafts.mine')}>
          {notes.map((note) => (
            <NoteRow
              key={note.id}
              session={session}
              phaseId={phase.id}
              note={note}
              kind={phase.noteKind ?? 'note'}
              onWrite={(next) => outbox.write(phase.id, note.id, next)}
              onForget={() => outbox.forget(phase.id, note.id)}
            />
          ))}
        </ul>
      )}
      {left > 0 || text !== '' ? (
        <form
          className="drafts-new"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <NoteField ref={field} label={t('drafts.write')} value={text} onChange={type} onDone={add} />
          <div className="drafts-buttons">
            <span className="drafts-left tabular">{left === 0 ? t('drafts.full') : t('drafts.left', { count: left })}</span>
            <button type="submit" className="btn btn-primary" disabled={text.trim() === '' || left === 0}>
              {t('drafts.add')}
            </button>
          </div>
        </form>
      ) : (
        <p className="drafts-left">{t('drafts.full')}</p>
      )}
      <button
        type="button"
        className={me.ready ? 'btn drafts-ready' : 'btn'}
        aria-pressed={me.ready}
        disabled={busy}
        onClick={() => void run(() => session.send({ type: 'set-ready', run: phaseRun, ready: !me.ready }))}
      >
        {me.ready && <Check aria-hidden />} {me.ready ? t('drafts.isReady') : t('drafts.ready')}
      </button>
      {failure && (
        <p className="field-error" role="alert">
          {t('drafts.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </div>
  )
}
