import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { cardTextOf } from '../session/card-text-of.ts'
import { useReadable } from '../ui/use-readable.ts'

/** The text of a card by its id, also of one that was merged or deleted since. */
export function useCardTexts(session: BoardSession): (cardId: string) => string {
  const { t } = useText()
  const graph = useReadable(boardMapping(session).graph)
  return (cardId) => cardTextOf(session, graph, cardId) || t('voting.unnamed')
}
