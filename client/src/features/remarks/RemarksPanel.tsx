import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { RemarkList } from './RemarkList.tsx'
import './remarks.css'
import { RemarkThread } from './RemarkThread.tsx'

interface RemarksPanelProps {
  session: BoardSession
  /** record id of the card whose talk is open; null = the list of all */
  cardId: string | null
  onOpen: (cardId: string | null) => void
  onGoTo: (cardId: string) => void
}

/** What people say about the cards: all of it, or the talk about one card. */
export function RemarksPanel({ session, cardId, onOpen, onGoTo }: RemarksPanelProps) {
  const { t } = useText()
  return (
    <section className="panel-section remarks" aria-label={t('remarks.title')}>
      {cardId === null ? (
        <RemarkList session={session} onOpen={onOpen} />
      ) : (
        <RemarkThread key={cardId} session={session} cardId={cardId} onBack={() => onOpen(null)} onGoTo={onGoTo} />
      )}
    </section>
  )
}
