import { readStored, writeStored } from '../../ui/local-store.ts'

const key = (boardId: string) => `remedyboard.not-same.${boardId}`

/** Pairs of cards of a board that somebody on this device called different (`pairKey`). */
export function readNotSame(boardId: string): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(readStored(key(boardId)) ?? '[]')
    return new Set(Array.isArray(stored) ? stored.filter((pair): pair is string => typeof pair === 'string') : [])
  } catch {
    // not ours: nothing was called different
    return new Set()
  }
}

/** Remembers it on this device; what others see does not change. */
export function writeNotSame(boardId: string, pairs: ReadonlySet<string>): void {
  writeStored(key(boardId), JSON.stringify([...pairs]))
}
