import type { CardKind } from '@remedyboard/shared/board/card'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** Text and kind of a card by its id; for a merged one those of the card that stands for it. */
export function useCardWords(session: BoardSession): (cardId: string) => { text: string; kind: CardKind } {
  const { t } = useText()
  const { cards, targets } = useReadable(boardMapping(session).graph)
  return (cardId) => {
    const card = cards.get(cardId) ?? cards.get(targets.get(cardId) ?? '')
    return { text: card?.text.trim() || t('projector.unnamed'), kind: card?.kind ?? 'note' }
  }
}
