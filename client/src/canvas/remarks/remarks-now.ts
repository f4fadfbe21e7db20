import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BoardRemarks, CardRemarks } from '../../session/board-remarks.ts'

/** What people said about cards, and the way to read it. */
export interface RemarksNow {
  remarks: BoardRemarks
  /** Shows the talk about a card, wherever the app shows it. */
  open(cardId: string): void
}

/** Null where nobody can read them, as in tests of the canvas alone. */
export const RemarksContext = createContext<RemarksNow | null>(null)

export function useRemarksNow(): RemarksNow | null {
  return useContext(RemarksContext)
}

const nothing = () => () => undefined

/** What was said about one card; undefined when nobody said anything. */
export function useCardRemarks(now: RemarksNow | null, cardId: string): CardRemarks | undefined {
  const byCard = now?.remarks.byCard
  return useSyncExternalStore(byCard ? byCard.subscribe.bind(byCard) : nothing, () => byCard?.get().get(cardId))
}
