import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** The text of a card by its id, also of one that was merged or deleted since. */
export function useCardTexts(session: BoardSession): (cardId: string) => string {
  const { t } = useText()
  const { cards, targets } = useReadable(boardMapping(session).graph)
  return (cardId) => {
    const text = cards.get(cardId)?.text ?? session.index.visible.get(cardId)?.props?.['text'] ?? cards.get(targets.get(cardId) ?? '')?.text
    return (typeof text === 'string' ? text.trim() : '') || t('voting.unnamed')
  }
}
