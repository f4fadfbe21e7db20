import { Router, type Request, type Response } from 'express'
import { joinByCodeRequest, joinRequest, type JoinResponse } from '@remedyboard/shared/protocol/api'
import { isReturnKey } from '@remedyboard/shared/protocol/return-key'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { Return } from '@remedyboard/shared/workshop/come-back'
import type { Person } from '@remedyboard/shared/workshop/state'
import { sameText } from '../access/credentials.ts'
import { parseJoinCode } from '../access/join-code.ts'
import { newId } from '../access/random-id.ts'
import { sessionCookie } from '../access/session-cookie.ts'
import type { BoardInfo } from '../storage/board-store.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { limitFailedAttempts, limitJoins, noteRightGuess } from './rate-limits.ts'
import { boardOf, provenParticipant } from './signed-in.ts'
import { withBody } from './with-body.ts'

/** What a newcomer without a name is called. */
const NAME_OF_ROLE: Readonly<Record<Locale, Readonly<Record<Role, string>>>> = {
  en: { facilitator: 'Facilitator', participant: 'Participant', viewer: 'Viewer' },
  'zh-CN': { facilitator: '主持人', participant: '参与者', viewer: '观众' },
}

/** On the roster of one board. Everybody is told the roster, so that it must not grow for ever; one process was measured with 1,000. */
const MAX_PEOPLE = 5_000

/** Joining by link and by code. */
export function joinRoutes(context: HttpContext): Router {
  const router = Router()

  router.post(
    '/boards/:id/join',
    limitJoins(),
    withBody(joinRequest, async (request, response, { key, name }) => {
      const board = await boardOf(context, String(request.params['id']))
      if (isReturnKey(key)) return await bringBack(context, board, key, request, response)
      const role = context.credentials.roleOfKey(board.id, board.generations, key)
      if (!role)
        throw new HttpError('not-allowed', 'This link is wrong or was replaced by a newer one: ask a facilitator for the current link.')
      await admitTo(context, board, role, name, request, response)
    }),
  )

  router.post(
    '/join',
    limitJoins(),
    limitFailedAttempts(),
    withBody(joinByCodeRequest, async (request, response, { code, name }) => {
      const joinCode = parseJoinCode(code)
      const board = joinCode === undefined ? undefined : await context.store.boardByJoinCode(joinCode)
      if (!board) throw new HttpError('not-found', 'No board has this code: check the six characters on the screen.')
      await admitTo(context, board, 'participant', name, request, response)
    }),
  )

  return router
}

async function admitTo(
  context: HttpContext,
  board: BoardInfo,
  role: Role,
  name: string | undefined,
  request: Request,
  response: Response,
): Promise<void> {
  const room = await context.registry.open(board.id)
  if (!room) throw new HttpError('not-found', 'There is no such board: it was deleted a moment ago.')
  // Somebody who comes back stays the same person, so that their cards stay theirs and a weaker link never demotes them.
  const proven = provenParticipant(context, request, board.id)
  const id = proven ?? newId(context.random)
  if (!room.personOf(id) && Object.keys(room.workshop.people).length >= MAX_PEOPLE) {
    noteRightGuess(response)
    throw new HttpError('too-many-requests', 'This board holds as many people as it can: a facilitator has to remove some.')
  }
  const fallback = NAME_OF_ROLE[board.locale === 'zh-CN' ? 'zh-CN' : 'en'][role]
  const person = await room.admit({ id, role, name: name ?? (room.personOf(id) ? undefined : fallback) })
  if ('refused' in person) {
    noteRightGuess(response)
    throw new HttpError(person.refused.code, person.refused.message)
  }
  answerWith(context, board, person, request, response)
}

/** The same person on another device. A link that is too old, was used, or is of somebody who was removed, opens nothing. */
async function bringBack(context: HttpContext, board: BoardInfo, key: string, request: Request, response: Response): Promise<void> {
  const { credentials, registry, clock } = context
  const said = credentials.readReturnKey(key)
  const room = await registry.open(board.id)
  const known = said && room?.personOf(said.id)
  const spent = (): HttpError =>
    new HttpError('not-allowed', 'This link is wrong, was used or is older than ten minutes: ask a facilitator for another one.')
  if (!room || !known || said.expiresAt < clock()) throw spent()
  const back: Return = { id: known.id, joinedAt: known.joinedAt, returns: known.returns ?? 0 }
  if (!sameText(key, credentials.returnKey(board.id, back, said.expiresAt))) throw spent()
  const person = await room.admit(back)
  if ('refused' in person) throw new HttpError(person.refused.code, person.refused.message)
  answerWith(context, board, person, request, response)
}

function answerWith(context: HttpContext, board: BoardInfo, { id, role }: Person, request: Request, response: Response): void {
  const token = context.credentials.token(board.id, id)
  const body: JoinResponse = { boardId: board.id, participantId: id, role, token }
  response.append('Set-Cookie', sessionCookie(board.id, token, isSecure(request, context.settings.publicUrl)))
  response.json(body)
}

/** Over https directly, through a proxy on this machine, or at the address that PUBLIC_URL says is https. */
function isSecure(request: Request, publicUrl: string | undefined): boolean {
  if (request.secure) return true
  if (publicUrl === undefined) return false
  const { protocol, host } = new URL(publicUrl)
  return protocol === 'https:' && request.headers.host === host
}
