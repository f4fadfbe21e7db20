import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { Pencil } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { mayChangeCard } from '../session/may-change-card.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useSelected } from '../ui/use-selected.ts'
import { canSend, TextArea } from './TextArea.tsx'
import { useUnfinished } from './use-unfinished.ts'
import { targetName } from '../session/writing-target.ts'

interface EditCardProps {
  session: BoardSession
  card: MappingCard
  /** what became of it */
  state?: ReactNode
  /** what else can be done with it */
  children?: ReactNode
}

/** A card whose words this person may change now. */
export function EditCard({ session, card, state, children }: EditCardProps) {
  const { t } = useText()
  const rights = useReadable(session.rights)
  const myId = useSelected(session.view, ({ me }) => me.id)
  const mayChange = mayChangeCard(rights, card, myId)
  const [kept, keep] = useUnfinished(session, targetName({ kind: 'card', id: card.id }), mayChange)
  // `from`: what the change began with, so that what others write meanwhile stays
  const [edited, setEdited] = useState(kept === '' ? null : { from: card.text, text: kept })
  const opener = useRef<HTMLButtonElement>(null)

  const change = (from: string, text: string) => {
    setEdited({ from, text })
    keep(text)
  }
  const close = () => {
    setEdited(null)
    keep('')
    // once the button is there again
    requestAnimationFrame(() => opener.current?.focus())
  }
  const done = () => {
    if (!edited || !canSend(edited.text, CARD_LIMITS.textLength)) return
    const text = edited.text.trim()
    if (text !== edited.from) session.edit([{ op: 'change', id: card.id, changes: [{ key: 'text', value: text, from: edited.from }] }])
    close()
  }

  if (edited && mayChange) {
    return (
      <li className="phone-card" data-kind={card.kind}>
        <TextArea
          ref={focusOnArrival}
          label={t('drafts.editing')}
          value={edited.text}
          most={CARD_LIMITS.textLength}
          onChange={(text) => change(edited.from, text)}
          onEnter={done}
          onEscape={close}
        />
        <div className="phone-buttons">
          <button type="button" className="btn" onClick={close}>
            {t('drafts.undo')}
          </button>
          <button type="button" className="btn btn-primary" disabled={!canSend(edited.text, CARD_LIMITS.textLength)} onClick={done}>
            {t('drafts.done')}
          </button>
        </div>
      </li>
    )
  }
  return (
    <li className="phone-card" data-kind={card.kind}>
      <p className="phone-card-text" dir="auto">
        {card.text}
      </p>
      {(state || mayChange) && (
        <div className="phone-note-foot">
          {state ?? <span className="phone-state" />}
          {mayChange && (
            <button
              ref={opener}
              type="button"
              className="btn btn-quiet phone-icon-button"
              aria-label={t('drafts.edit', { text: card.text })}
              onClick={() => setEdited({ from: card.text, text: card.text })}
            >
              <Pencil aria-hidden />
            </button>
          )}
          {children}
        </div>
      )}
    </li>
  )
}
