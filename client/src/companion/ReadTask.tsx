import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { Heart, MessageSquare, PencilLine } from 'lucide-react'
import { memo, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardRemarks, type CardRemarks } from '../session/board-remarks.ts'
import type { BoardSession } from '../session/board-session.ts'
import { targetName } from '../session/writing-target.ts'
import { useReadable } from '../ui/use-readable.ts'
import { CardRow } from './CardRow.tsx'
import { CardTalk } from './CardTalk.tsx'
import { ReadyFooter } from './ReadyFooter.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import { useTaskCards } from './use-task-cards.ts'
import { useWaitingText } from './use-unfinished.ts'
import './read.css'

/** Cards to read, to say "me too" to, and to talk about. */
export function ReadTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const { ours, paper } = useTaskCards(session, phase)
  const [open, setOpen] = useState<string | null>(null)
  const parts = [
    { title: t('phone.read.ours'), cards: ours },
    { title: t('phone.read.paper'), cards: paper },
  ].filter(({ cards }) => cards.length > 0)
  return (
    <TaskFrame label={t('phone.task.read')} footer={<ReadyFooter session={session} />}>
      {parts.length === 0 && <p className="phone-quiet">{t('phone.read.none')}</p>}
      {parts.map(({ title, cards }) => (
        <section key={title} className="phone-part" aria-label={title}>
          <h2>{title}</h2>
          <ul className="phone-list">
            {cards.map((card) => (
              <ReadCard key={card.id} session={session} card={card} isOpen={card.id === open} onOpen={setOpen} />
            ))}
          </ul>
        </section>
      ))}
    </TaskFrame>
  )
}

interface ReadCardProps {
  session: BoardSession
  card: MappingCard
  isOpen: boolean
  /** null closes it */
  onOpen: (cardId: string | null) => void
}

const SAID_NOTHING: CardRemarks = { comments: [], meToo: [], open: 0, unread: 0 }

/** With hundreds of them only the one that changes is drawn again. */
const ReadCard = memo(function ReadCard({ session, card, isOpen, onOpen }: ReadCardProps) {
  const { t } = useText()
  const remarks = boardRemarks(session)
  const { comments, meToo, unread } = useReadable(remarks.byCard).get(card.id) ?? SAID_NOTHING
  const rights = useReadable(session.rights)
  // A comment that is not finished is behind its button.
  const isWriting = useWaitingText(session, targetName({ kind: 'talk', id: card.id }), rights.comment)
  const mine = meToo.some((remark) => remarks.isMine(remark))
  return (
    <CardRow card={card}>
      <div className="phone-read-foot">
        {(rights.react || meToo.length > 0) && (
          <button
            type="button"
            className="btn phone-me-too"
            aria-pressed={mine}
            aria-label={t('phone.read.meTooLabel', { text: card.text })}
            disabled={!rights.react}
            onClick={() => remarks.setMeToo(card.id, !mine)}
          >
            <Heart aria-hidden /> {t('remarks.meToo')} {meToo.length > 0 && <b className="tabular">{meToo.length}</b>}
          </button>
        )}
        {(rights.comment || comments.length > 0) && (
          <button
            type="button"
            className="btn"
            aria-expanded={isOpen}
            aria-label={t('phone.read.commentLabel', { text: card.text })}
            onClick={() => onOpen(isOpen ? null : card.id)}
          >
            <MessageSquare aria-hidden /> {t('remarks.write')} {comments.length > 0 && <b className="tabular">{comments.length}</b>}
            {isWriting && !isOpen && <PencilLine role="img" aria-label={t('drafts.leftWhy.unfinished')} />}
            {unread > 0 && <span className="phone-unread">{t('remarks.unread', { count: unread })}</span>}
          </button>
        )}
      </div>
      {isOpen && <CardTalk session={session} cardId={card.id} comments={comments} unread={unread} />}
    </CardRow>
  )
})
