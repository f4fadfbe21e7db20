import type { CardKind } from '@remedyboard/shared/board/card'
import { CloudOff, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { OutgoingDraft } from '../../session/draft-outbox.ts'
import { NoteField } from './NoteField.tsx'

interface NoteRowProps {
  note: Pick<OutgoingDraft, 'id' | 'text' | 'state'>
  /** what it becomes on the board */
  kind: CardKind
  onWrite: (text: string) => void
  onForget: () => void
}

/** One own hidden note: its text, whether it is saved, and how to change it. */
export function NoteRow({ note, kind, onWrite, onForget }: NoteRowProps) {
  const { t } = useText()
  const [text, setText] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const isEditing = text !== null
  const wasEditing = useRef(false)

  useEffect(() => {
    if (isEditing) {
      field.current?.focus()
      field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
    } else if (wasEditing.current) opener.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])

  const done = () => {
    if (text !== null && text.trim() !== '' && text.trim() !== note.text) onWrite(text)
    setText(null)
  }

  return (
    <li className={`drafts-note drafts-note-${kind}`} data-state={note.state}>
      {isEditing ? (
        <div className="drafts-new">
          <NoteField ref={field} label={t('drafts.editing')} value={text} onChange={setText} onDone={done} onEscape={() => setText(null)} />
          <div className="drafts-buttons">
            <button type="button" className="btn btn-quiet" onClick={() => setText(null)}>
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
