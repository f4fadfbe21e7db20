import { Router, type Request } from 'express'
import { returnLinkRequest, roleSchema, rotateRequest, type LinksResponse, type ReturnLinkResponse } from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import { formatJoinCode, newJoinCode } from '../access/join-code.ts'
import type { BoardInfo } from '../storage/board-store.ts'
import { boardLinks, linkWithKey } from './board-links.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { requireFacilitator, signedIn } from './signed-in.ts'
import { withBody } from './with-body.ts'

/** Somebody stands beside the facilitator with another phone: nobody needs it tomorrow. */
const RETURN_LINK_MS = 10 * 60_000

/** The links of a board, and replacing one that reached the wrong people. */
export function linkRoutes(context: HttpContext): Router {
  const router = Router()

  router.get('/boards/:id/links', async (request, response) => {
    const who = await signedIn(context, request, request.params.id)
    requireFacilitator(who)
    response.json(linksOf(context, request, who.board))
  })

  router.post(
    '/boards/:id/links/:role/rotate',
    withBody(rotateRequest, async (request, response, { evict = false }) => {
      const who = await signedIn(context, request, String(request.params['id']))
      requireFacilitator(who)
      const role = roleSchema.safeParse(request.params['role'])
      if (!role.success) throw new HttpError('not-found', 'There are links for facilitator, participant and viewer.')
      const board = await rotate(context, who.board, role.data)
      // Only now, so that nobody who is put out walks straight back in.
      await who.room.noteReplacedLink({ role: role.data, by: who.person.id, evict })
      // The new link is for those who are facilitators now: somebody may have put out, or changed the role of, whoever asked.
      requireFacilitator(await signedIn(context, request, who.board.id))
      response.json(linksOf(context, request, board))
    }),
  )

  router.post(
    '/boards/:id/people/:personId/return-link',
    withBody(returnLinkRequest, async (request, response) => {
      const who = await signedIn(context, request, String(request.params['id']))
      requireFacilitator(who)
      const { board, room } = who
      const person = room.personOf(String(request.params['personId']))
      if (!person) throw new HttpError('not-found', 'Nobody with this id is on the board: read the list of people again.')
      const expiresAt = context.clock() + RETURN_LINK_MS
      const { id, joinedAt, returns = 0 } = person
      const key = context.credentials.returnKey(board.id, { id, joinedAt, returns }, expiresAt)
      const body: ReturnLinkResponse = { link: linkWithKey(context, request, board.id, key), expiresAt }
      response.json(body)
    }),
  )

  return router
}

function linksOf(context: HttpContext, request: Request, board: BoardInfo): LinksResponse {
  const links = boardLinks(context, request, board)
  return { joinCode: formatJoinCode(board.joinCode), joinUrl: links.participant, links }
}

async function rotate({ store, random }: HttpContext, board: BoardInfo, role: Role): Promise<BoardInfo> {
  const generations = { ...board.generations, [role]: board.generations[role] + 1 }
  // The code opens the same door as the participants' link: whoever has the one has seen the other.
  const joinCode = role === 'participant' ? newJoinCode(random) : board.joinCode
  await store.setAccess(board.id, { generations, joinCode })
  return { ...board, generations, joinCode }
}
