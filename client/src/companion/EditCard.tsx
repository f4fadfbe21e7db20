import { CARD_LIMITS } from '@remedyboard/shared/board/card'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { Pencil } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { mayChangeCard } from '../session/may-change-card.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { useReadable } from '../ui/use-readable.ts'
import { TextArea } from './TextArea.tsx'

interface EditCardProps {
  session: BoardSession
  card: MappingCard
  /** what else can be done with it */
  children?: ReactNode
}

/** A card whose words this person may change now. */
export function EditCard({ session, card, children }: EditCardProps) {
  const { t } = useText()
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  // `from`: what the change began with, so that what others write meanwhile stays
  const [edited, setEdited] = useState<{ from: string; text: string } | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const mayChange = mayChangeCard(rights, card, me.id)

  const close = () => {
    setEdited(null)
    // once the button is there again
    requestAnimationFrame(() => opener.current?.focus())
  }
  const done = () => {
    const text = edited?.text.trim() ?? ''
    if (edited && text !== '' && text !== edited.from) {
      session.edit([{ op: 'change', id: card.id, changes: [{ key: 'text', value: text, from: edited.from }] }])
    }
    close()
  }

  if (edited) {
    return (
      <li className="phone-card" data-kind={card.kind} ref={(row) => focusOnArrival(row?.querySelector('textarea') ?? null)}>
        <TextArea
          label={t('drafts.editing')}
          value={edited.text}
          most={CARD_LIMITS.textLength}
          onChange={(text) => setEdited({ ...edited, text })}
          onEnter={done}
          onEscape={close}
        />
        <div className="phone-buttons">
          <button type="button" className="btn" onClick={close}>
            {t('drafts.undo')}
          </button>
          <button type="button" className="btn btn-primary" disabled={edited.text.trim() === ''} onClick={done}>
            {t('drafts.done')}
          </button>
        </div>
      </li>
    )
  }
  return (
    <li className="phone-card" data-kind={card.kind}>
      <p className="phone-card-text">{card.text}</p>
      {mayChange && (
        <div className="phone-note-foot">
          <span className="phone-state" />
          <button
            ref={opener}
            type="button"
            className="btn btn-quiet phone-icon-button"
            aria-label={t('drafts.edit', { text: card.text })}
            onClick={() => setEdited({ from: card.text, text: card.text })}
          >
            <Pencil aria-hidden />
          </button>
          {children}
        </div>
      )}
    </li>
  )
}
