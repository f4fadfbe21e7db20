import { createContext, useContext, useSyncExternalStore } from 'react'
import { Cell, type Readable } from '../../session/readable.ts'

/** Nothing is pointed out. */
export const NO_CARDS: Readable<ReadonlySet<string>> = new Cell<ReadonlySet<string>>(new Set())

/** Ids of the cards that are pointed out: dilemmas without an answer, while people look for one. */
export const GlowingCards = createContext<Readable<ReadonlySet<string>>>(NO_CARDS)

export function useIsGlowing(id: string): boolean {
  const glowing = useContext(GlowingCards)
  return useSyncExternalStore(glowing.subscribe.bind(glowing), () => glowing.get().has(id))
}
