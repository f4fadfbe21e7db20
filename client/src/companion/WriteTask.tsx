import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox, ownNotes } from '../session/draft-outbox.ts'
import { newId } from '../session/new-id.ts'
import { useReadable } from '../ui/use-readable.ts'
import { GroupNotes } from './GroupNotes.tsx'
import { NoteCard } from './NoteCard.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import { canSend, TextArea } from './TextArea.tsx'
import type { TaskProps } from './task-props.ts'
import { useDoubleTapGuard } from './use-double-tap-guard.ts'
import { useUnfinished } from './use-unfinished.ts'
import { targetName } from '../session/writing-target.ts'
import './write.css'

/** Hidden notes: nobody reads them before they are shown. */
export function WriteTask({ session, phase }: TaskProps) {
  return phase && <HiddenNotes session={session} phase={phase} />
}

function HiddenNotes({ session, phase }: { session: BoardSession; phase: Phase }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { me, writing, ready, taking } = useReadable(session.view)
  const outgoing = useReadable(outbox.outgoing)
  const [text, type] = useUnfinished(session, targetName({ kind: 'new', phaseId: phase.id }))
  const field = useRef<HTMLTextAreaElement>(null)

  const notes = ownNotes(phase.id, me.drafts, outgoing)
  // A note that was refused is not one of the server's.
  // The server's own limit is only worth a word when it is near.
  const isLimited = phase.limits?.notes !== undefined
  const left = Math.max(0, (phase.limits?.notes ?? COMMAND_LIMITS.drafts) - notes.filter(({ state }) => state !== 'refused').length)
  const isTyped = text.trim() !== ''

  // The button that adds becomes the one that says "done": a double tap must not press both.
  const [justAdded, markAdded] = useDoubleTapGuard()

  // After the last note there is no field any more: what is left to press has the focus then.
  const isFull = left === 0 && !isTyped
  const wasFull = useRef(isFull)
  const done = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (justAdded) return
    if (isFull && !wasFull.current) done.current?.focus()
    wasFull.current = isFull
  }, [isFull, justAdded])

  const add = () => {
    if (left === 0 || !canSend(text, COMMAND_LIMITS.draftLength)) return
    outbox.write(phase.id, newId(), text)
    type('')
    markAdded()
    field.current?.focus()
  }

  return (
    <TaskFrame
      label={t('drafts.title')}
      footer={
        <>
          <span className="phone-left" role="status">
            {left === 0 ? t('phone.write.full') : isLimited && t('drafts.left', { count: left })}
          </span>
          {isTyped ? (
            <button
              type="button"
              className="btn btn-primary btn-big"
              disabled={left === 0 || !canSend(text, COMMAND_LIMITS.draftLength)}
              onClick={add}
            >
              {t('phone.write.add')}
            </button>
          ) : (
            <ReadyButton ref={done} session={session} disabled={justAdded} />
          )}
        </>
      }
    >
      <p className="phone-promise">
        <EyeOff aria-hidden />
        <span>
          {phase.privacy === 'group'
            ? t(phase.named === true ? 'drafts.groupNamed' : 'drafts.groupAnonymous')
            : t(phase.named === true ? 'drafts.named' : 'drafts.anonymous')}
        </span>
      </p>
      {!isFull && (
        <TextArea
          ref={field}
          label={t('drafts.write')}
          placeholder={t('drafts.placeholder')}
          value={text}
          most={COMMAND_LIMITS.draftLength}
          onChange={type}
          onEnter={add}
        />
      )}
      {notes.length > 0 && (
        <ul className="phone-list" aria-label={t('drafts.mine')}>
          {notes.map((note) => (
            <NoteCard
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
      {phase.privacy === 'group' && <GroupNotes session={session} phase={phase} />}
      {writing && writing.notes > 0 && (
        <p className="phone-quiet tabular">
          {t('drafts.others', writing)}
          {ready > 0 && ` · ${t('drafts.readyCount', { ready, taking })}`}
        </p>
      )}
    </TaskFrame>
  )
}
