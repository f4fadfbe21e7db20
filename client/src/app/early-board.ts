import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { api } from '../session/api-client.ts'
import { lastSeenBoard } from '../session/last-seen-board.ts'

interface Asked {
  id: string
  board: Promise<BoardResponse>
  isBoardTaken: boolean
  document: Promise<Uint8Array | null> | null
}

let asked: Asked | null = null

/**
 * Asks for a board and, beside it, for its document, which the socket would bring only when it is open. Phones ask while the code that
 * shows it is still on its way: on a slow network that is most of the wait.
 */
export function askForBoard(id: string): Asked {
  const board = api.getBoard(id)
  // Whoever takes it is told; until then a failure is nobody's.
  board.catch(() => undefined)
  // Where the board was open before there is a copy on the device, and the socket brings what it lacks.
  asked = { id, board, isBoardTaken: false, document: lastSeenBoard(id) === null ? api.document(id) : null }
  return asked
}

/** The board that was asked for early, once; otherwise it is asked for now. */
export function earlyOrNewBoard(id: string): Promise<BoardResponse> {
  const early = asked?.id === id && !asked.isBoardTaken ? asked : askForBoard(id)
  early.isBoardTaken = true
  return early.board
}

/** The document that was asked for beside the board, once; null when it was not, or did not come. */
export function earlyDocument(id: string): Promise<Uint8Array | null> {
  const document = asked?.id === id ? asked.document : null
  if (asked) asked.document = null
  return document ?? Promise.resolve(null)
}
