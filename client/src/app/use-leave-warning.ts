import { useEffect } from 'react'
import type { SaveStatus } from '../session/board-session.ts'

/** Would closing the page now lose something? What this device keeps is safe; what only waits in the page is not. */
export function wouldLoseEdits(status: SaveStatus): boolean {
  switch (status.state) {
    case 'saving':
    case 'not-saved':
      return true
    case 'offline':
      return status.unsaved && !status.kept
    case 'connecting':
    case 'saved':
    case 'closed':
      return false
  }
}

/** The browser asks before the page is closed while edits would be lost. */
export function useLeaveWarning(status: SaveStatus): void {
  const warn = wouldLoseEdits(status)
  useEffect(() => {
    if (!warn) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [warn])
}
