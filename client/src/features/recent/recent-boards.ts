import { readStored, writeStored } from '../../ui/local-store.ts'

/** A board this browser has opened. `openedAt` in ms since the epoch. */
export interface RecentBoard {
  id: string
  title: string
  openedAt: number
}

const STORAGE_KEY = 'remedyboard.recent'

/** More would be an archive, which a browser's storage is not. */
const KEPT = 12

/** Reads what is stored; what cannot be read is nothing. Newest first. */
export function parseRecent(stored: string | null): RecentBoard[] {
  try {
    const list: unknown = JSON.parse(stored ?? '[]')
    return Array.isArray(list) ? list.filter(isRecentBoard) : []
  } catch {
    return []
  }
}

function isRecentBoard(entry: unknown): entry is RecentBoard {
  const { id, title, openedAt } = (entry ?? {}) as Partial<RecentBoard>
  return typeof id === 'string' && typeof title === 'string' && typeof openedAt === 'number'
}

export function withOpened(list: readonly RecentBoard[], board: RecentBoard): RecentBoard[] {
  return [board, ...list.filter(({ id }) => id !== board.id)].slice(0, KEPT)
}

export function recentBoards(): RecentBoard[] {
  return parseRecent(readStored(STORAGE_KEY))
}

export function rememberBoard(board: RecentBoard): void {
  writeStored(STORAGE_KEY, JSON.stringify(withOpened(recentBoards(), board)))
}

export function forgetBoard(id: string): void {
  writeStored(STORAGE_KEY, JSON.stringify(recentBoards().filter((board) => board.id !== id)))
}
