import type { CardKind } from '@remedyboard/shared/board/card'
import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import type { OutgoingDraft } from '../session/draft-outbox.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { SendState } from './SendState.tsx'
import { TakeBack } from './TakeBack.tsx'
import { canSend, TextArea } from './TextArea.tsx'
import { useUnfinished } from './use-unfinished.ts'
import { targetName } from '../session/writing-target.ts'

interface NoteCardProps {
  session: BoardSession
  phaseId: string
  note: Pick<OutgoingDraft, 'id' | 'text' | 'state'>
  /** what it becomes on the board */
  kind: CardKind
  /** an empty text takes it back */
  onWrite: (text: string) => void
  onForget: () => void
}

/** One own hidden note: its text, whether it has arrived, and how to change it. */
export function NoteCard({ session, phaseId, note, kind, onWrite, onForget }: NoteCardProps) {
  const { t } = useText()
  const [kept, keep] = useUnfinished(session, targetName({ kind: 'note', phaseId, id: note.id }))
  const [text, setText] = useState(kept === '' ? null : kept)
  const opener = useRef<HTMLButtonElement>(null)

  const change = (next: string) => {
    setText(next)
    keep(next)
  }
  const close = () => {
    setText(null)
    keep('')
    // once the button is there again
    requestAnimationFrame(() => opener.current?.focus())
  }
  const done = () => {
    if (text === null || !canSend(text, COMMAND_LIMITS.draftLength)) return
    if (text.trim() !== note.text) onWrite(text)
    close()
  }

  if (text !== null) {
    return (
      <li className="phone-card phone-note" data-kind={kind}>
        <TextArea
          ref={focusOnArrival}
          label={t('drafts.editing')}
          value={text}
          most={COMMAND_LIMITS.draftLength}
          onChange={change}
          onEnter={done}
          onEscape={close}
        />
        <div className="phone-buttons">
          <button type="button" className="btn" onClick={close}>
            {t('drafts.undo')}
          </button>
          <button type="button" className="btn btn-primary" disabled={!canSend(text, COMMAND_LIMITS.draftLength)} onClick={done}>
            {t('drafts.done')}
          </button>
        </div>
      </li>
    )
  }
  return (
    <li className="phone-card phone-note" data-kind={kind} data-state={note.state}>
      <p className="phone-card-text" dir="auto">
        {note.text}
      </p>
      <div className="phone-note-foot">
        <SendState state={note.state} />
        {note.state === 'refused' && (
          <button type="button" className="btn" onClick={() => onWrite(note.text)}>
            {t('drafts.again')}
          </button>
        )}
        <button
          ref={opener}
          type="button"
          className="btn btn-quiet phone-icon-button"
          aria-label={t('drafts.edit', { text: note.text })}
          onClick={() => setText(note.text)}
        >
          <Pencil aria-hidden />
        </button>
        <TakeBack text={note.text} onConfirm={() => (note.state === 'refused' ? onForget() : onWrite(''))} />
      </div>
    </li>
  )
}
