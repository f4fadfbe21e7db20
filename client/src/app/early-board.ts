import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { api } from '../session/api-client.ts'

let asked: { id: string; answer: Promise<BoardResponse> } | null = null

/** Asks for a board while the code that shows it is still on its way: on a slow network that is a third of the wait. */
export function askForBoard(id: string): void {
  const answer = api.getBoard(id)
  asked = { id, answer }
  // Whoever takes it is told; until then a failure is nobody's.
  answer.catch(() => undefined)
}

/** The answer that was asked for early, once; otherwise a new one. */
export function earlyOrNewBoard(id: string): Promise<BoardResponse> {
  const early = asked?.id === id ? asked.answer : null
  asked = null
  return early ?? api.getBoard(id)
}
