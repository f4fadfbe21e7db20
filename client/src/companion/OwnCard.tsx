import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { memo } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { mayChangeCard } from '../session/may-change-card.ts'
import { undoableEdits } from '../session/undoable-edits.ts'
import { unsentShapes } from '../session/unsent-shapes.ts'
import { useReadable } from '../ui/use-readable.ts'
import { useSelected } from '../ui/use-selected.ts'
import { EditCard } from './EditCard.tsx'
import { SendState, type SentState } from './SendState.tsx'
import { TakeBack } from './TakeBack.tsx'

/** A card that this person wrote: whether it has arrived, and how to change it as long as the step allows it. */
export const OwnCard = memo(function OwnCard({ session, card }: { session: BoardSession; card: MappingCard }) {
  const { t } = useText()
  const isUnsent = useSelected(unsentShapes(session).ids, (ids) => ids.has(card.id))
  const isSaving = useSelected(session.status, ({ state }) => isUnsent && state === 'saving')
  const rights = useReadable(session.rights)
  const myId = useSelected(session.view, ({ me }) => me.id)
  const state: SentState = !isUnsent ? 'saved' : isSaving ? 'sending' : 'waiting'
  const takeBack = () => undoableEdits(session).edit([{ op: 'delete', id: card.id }], t('phone.write.gone', { text: card.text }))
  return (
    <EditCard session={session} card={card} state={<SendState state={state} />}>
      {mayChangeCard(rights, card, myId) && <TakeBack text={card.text} onConfirm={takeBack} />}
    </EditCard>
  )
})
