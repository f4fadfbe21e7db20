import type { Request } from 'express'
import type { BoardLinks } from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { Credentials } from '../access/credentials.ts'
import type { BoardInfo } from '../storage/board-store.ts'
import type { HttpContext } from './http-context.ts'
import { publicOrigin } from './public-origin.ts'

/** The current key of each role. */
export function boardKeys(credentials: Credentials, { id, generations }: BoardInfo): Record<Role, string> {
  return {
    facilitator: credentials.key(id, 'facilitator', generations.facilitator),
    participant: credentials.key(id, 'participant', generations.participant),
    viewer: credentials.key(id, 'viewer', generations.viewer),
  }
}

/** Links that work for others on the network. Keys stand in the fragment, which browsers send to nobody. */
export function boardLinks(context: HttpContext, request: Request, board: BoardInfo): BoardLinks {
  const keys = boardKeys(context.credentials, board)
  const link = (role: Role): string => linkWithKey(context, request, board.id, keys[role])
  return { facilitator: link('facilitator'), participant: link('participant'), viewer: link('viewer') }
}

/** A board's address for others on the network, with a key. */
export function linkWithKey(context: HttpContext, request: Request, boardId: string, key: string): string {
  const { settings, lanAddresses, port } = context
  const origin = publicOrigin({
    publicUrl: settings.publicUrl,
    host: request.headers.host,
    secure: request.secure,
    lanAddress: lanAddresses()[0],
    port: port(),
  })
  return `${origin}/b/${boardId}#k=${key}`
}
