import type { BoardResponse, JoinRequest, JoinResponse } from '@remedyboard/shared/protocol/api'
import { isReturnKey } from '@remedyboard/shared/protocol/return-key'
import { ApiFailure } from '../session/api-client.ts'

/** What a person meets when they open a board's address. */
export type Entry =
  | { state: 'open'; board: BoardResponse }
  /** the key is good for joining: ask for a name */
  | { state: 'asking'; key: string }
  | { state: 'refused'; reason: RefusalReason }

export type RefusalReason = 'not-allowed' | 'no-such-board' | 'unreachable' | 'failed'

interface EntryApi {
  getBoard(id: string): Promise<BoardResponse>
  join(id: string, request: JoinRequest): Promise<JoinResponse>
}

/**
 * By cookie when there is one; a key on top of it may make the person's role stronger, never weaker. Without a
 * connection, as this browser last saw the board: the session then says that it is offline.
 */
export async function enterBoard(
  api: EntryApi,
  id: string,
  key: string | null,
  lastSeen: () => BoardResponse | null = () => null,
): Promise<Entry> {
  try {
    if (key !== null && isReturnKey(key)) return await comeBack(api, id, key)
    const board = await api.getBoard(id)
    if (key === null || board.session.me.role === 'facilitator') return { state: 'open', board }
    return { state: 'open', board: await withKey(api, board, key) }
  } catch (error) {
    const reason = refusalOf(error)
    const board = reason === 'unreachable' ? lastSeen() : null
    if (board) return { state: 'open', board }
    return reason === 'not-allowed' && key !== null ? { state: 'asking', key } : { state: 'refused', reason }
  }
}

/** As who a facilitator made the link for. A link that was used already may have been used in this very browser. */
async function comeBack(api: EntryApi, id: string, key: string): Promise<Entry> {
  try {
    await api.join(id, { key })
  } catch (error) {
    if (refusalOf(error) !== 'not-allowed') throw error
    try {
      return { state: 'open', board: await api.getBoard(id) }
    } catch {
      return { state: 'refused', reason: 'not-allowed' }
    }
  }
  return { state: 'open', board: await api.getBoard(id) }
}

/** The board after using a second link. A link that is no longer good takes nothing away. */
async function withKey(api: EntryApi, board: BoardResponse, key: string): Promise<BoardResponse> {
  try {
    await api.join(board.id, { key, name: board.session.me.name })
    return await api.getBoard(board.id)
  } catch {
    return board
  }
}

export function refusalOf(error: unknown): RefusalReason {
  if (!(error instanceof ApiFailure)) return 'failed'
  switch (error.status) {
    case 0:
      return 'unreachable'
    case 401:
    case 403:
      return 'not-allowed'
    case 404:
      return 'no-such-board'
    default:
      return 'failed'
  }
}
