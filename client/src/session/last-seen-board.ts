import type { BoardResponse } from '@remedyboard/shared/protocol/api'

const storageKey = (id: string) => `remedyboard.board.${id}`

/** What the server last said about a board, for opening it without a connection; null when this browser never opened it. */
export function lastSeenBoard(id: string): BoardResponse | null {
  try {
    const board = JSON.parse(localStorage.getItem(storageKey(id)) ?? 'null') as BoardResponse | null // written by `noteSeenBoard`
    return board?.id === id ? board : null
  } catch {
    return null
  }
}

export function noteSeenBoard(board: BoardResponse): void {
  try {
    localStorage.setItem(storageKey(board.id), JSON.stringify(board))
  } catch {
    // A browser that keeps nothing only loses the opening without a connection.
  }
}

/**
 * Forgets all that this browser keeps of a board by name: the board itself, what was read, what is still typed. Keys that belong to one
 * board have its id between dots, so that whoever adds one need not come here.
 */
export function forgetSeenBoard(id: string): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith('remedyboard.') && key.split('.').includes(id))
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // see above: then there is nothing to forget
  }
}
