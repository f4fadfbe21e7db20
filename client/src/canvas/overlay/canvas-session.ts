import { createContext, useContext } from 'react'
import type { BoardSession } from '../../session/board-session.ts'

const CanvasSession = createContext<BoardSession | null>(null)

/** Gives the canvas's own bars and dialogs the session they belong to. */
export const CanvasSessionProvider = CanvasSession.Provider

export function useCanvasSession(): BoardSession {
  const session = useContext(CanvasSession)
  if (!session) throw new Error('only inside BoardEditor')
  return session
}
