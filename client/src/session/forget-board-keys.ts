/** Removes everything that this browser noted about a board under keys with its id: unsent notes, what was read, choices. */
export function forgetBoardKeys(boardId: string): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('remedyboard.') && key.split('.').includes(boardId)) localStorage.removeItem(key)
    }
  } catch {
    // A browser that refuses storage has noted nothing.
  }
}
