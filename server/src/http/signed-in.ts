import type { IncomingMessage } from 'node:http'
import type { Person } from '@remedyboard/shared/workshop/state'
import { tokenOfRequest } from '../access/session-cookie.ts'
import type { Room } from '../room/room.ts'
import type { BoardInfo } from '../storage/board-store.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'

/** Ids as `newId` makes them; anything else cannot be a board, and never reaches the store. */
const BOARD_ID = /^[a-z0-9]{1,40}$/

/** The board of an address, or 404. */
export async function boardOf(context: HttpContext, boardId: string): Promise<BoardInfo> {
  const board = BOARD_ID.test(boardId) ? await context.store.board(boardId) : undefined
  if (!board) throw new HttpError('not-found', 'There is no such board: check the address, or ask for a new link.')
  return board
}

export interface SignedIn {
  board: BoardInfo
  room: Room
  person: Person
}

/** Who asks, on which board: 404 without the board, 401 without a token that this server made for somebody who joined it. */
export async function signedIn(context: HttpContext, request: IncomingMessage, boardId: string): Promise<SignedIn> {
  const board = await boardOf(context, boardId)
  const participantId = provenParticipant(context, request, boardId)
  if (participantId !== undefined) {
    const room = await context.registry.open(boardId)
    const person = room?.personOf(participantId)
    if (room && person) return { board, room, person }
  }
  throw new HttpError('not-signed-in', 'Join this board first, through one of its links or its code.')
}

export function provenParticipant(context: HttpContext, request: IncomingMessage, boardId: string): string | undefined {
  const token = tokenOfRequest(request, boardId)
  return token === undefined ? undefined : context.credentials.participantOfToken(boardId, token)
}

export function requireFacilitator({ person }: SignedIn): void {
  if (person.role !== 'facilitator') {
    throw new HttpError('not-allowed', 'Only facilitators may do this: ask one, or join through the facilitator link.')
  }
}
