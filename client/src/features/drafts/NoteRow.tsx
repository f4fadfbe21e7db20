import type { CardKind } from '@remedyboard/shared/board/card'
import { CloudOff, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useUnfinished } from '../../companion/use-unfinished.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import type { OutgoingDraft } from '../../session/draft-outbox.ts'
import { targetName } from '../../session/writing-target.ts'
import { NoteField } from './NoteField.tsx'

interface NoteRowProps {
  session: BoardSession
  phaseId: string
  note: Pick<OutgoingDraft, 'id' | 'text' | 'state'>
  /** what it becomes on the board */
  kind: CardKind
  onWrite: (text: string) => void
  onForget: () => void
}

/** One own hidden note: its text, whether it is saved, and how to change it. */
export function NoteRow({ session, phaseId, note, kind, onWrite, onForget }: NoteRowProps) {
  const { t } = useText()
  const [kept, keep] = useUnfinished(session, targetName({ kind: 'note', phaseId, id: note.id }))
  const [text, setText] = useState(kept === '' ? null : kept)
  const field = useRef<HTMLTextAreaElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const isEditing = text !== null
  // A change that goes on after a reload does not take the focus from the board.
  const wasEditing = useRef(isEditing)

  useEffect(() => {
    if (isEditing === wasEditing.current) return
    if (isEditing) {
      field.current?.focus()
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
    } else opener.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])

  const change = (next: string) => {
    setText(next)
    keep(next)
  }
  const close = () => {
    setText(null)
    keep('')
  }
  const done = () => {
    if (text !== null && text.trim() !== '' && text.trim() !== note.text) onWrite(text)
    close()
  }

  return (
    <li className={`drafts-note drafts-note-${kind}`} data-state={note.state}>
      {isEditing ? (
        <div className="drafts-new">
          <NoteField ref={field} label={t('drafts.editing')} value={text} onChange={change} onDone={done} onEscape={close} />
          <div className="drafts-buttons">
            <button type="button" className="btn btn-quiet" onClick={close}>
              {t('drafts.undo')}
            </button>
            <button type="button" className="btn btn-primary" disabled={text.trim() === ''} onClick={done}>
              {t('drafts.done')}
            </button>
          </div>
        </div>
      ) : (
        <>
          <p className="drafts-text">{note.text}</p>
          <div className="drafts-note-buttons">
            <button
              ref={opener}
              type="button"
              className="btn btn-quiet btn-icon"
              aria-label={t('drafts.edit', { text: note.text })}
              onClick={() => setText(note.text)}
            >
              <Pencil aria-hidden />
            </button>
            <button
              type="button"
              className="btn btn-quiet btn-icon"
              aria-label={t('drafts.remove', { text: note.text })}
              onClick={() => (note.state === 'refused' ? onForget() : onWrite(''))}
            >
              <Trash2 aria-hidden />
            </button>
          </div>
        </>
      )}
      {note.state === 'waiting' && (
        <p className="drafts-note-state">
          <CloudOff aria-hidden /> {t('drafts.waiting')}
        </p>
      )}
      {note.state === 'refused' && (
        <p className="drafts-note-state drafts-note-refused" role="alert">
          <TriangleAlert aria-hidden /> {t('drafts.refused')}
          <button type="button" className="btn" onClick={() => onWrite(note.text)}>
            {t('drafts.again')}
          </button>
        </p>
      )}
    </li>
  )
}
