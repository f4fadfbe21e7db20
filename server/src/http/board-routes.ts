import { Router } from 'express'
import {
  CREATE_KEY_HEADER,
  createBoardRequest,
  type BoardResponse,
  type CommandResponse,
  type CreateBoardRequest,
  type CreateBoardResponse,
} from '@remedyboard/shared/protocol/api'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { EXAMPLE, TEMPLATES } from '@remedyboard/shared/templates/template-info'
import { commandSchema } from '@remedyboard/shared/workshop/command'
import { FIRST_GENERATIONS, sameText } from '../access/credentials.ts'
import { formatJoinCode, newJoinCode } from '../access/join-code.ts'
import { newId } from '../access/random-id.ts'
import type { BoardInfo } from '../storage/board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import { boardKeys, boardLinks } from './board-links.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { limitCommands, limitFailedAttempts, limitNewBoards, limitNewBoardsADay } from './rate-limits.ts'
import { signedIn } from './signed-in.ts'
import { withBody } from './with-body.ts'

/** Making a board, reading it, and commands to its workshop. */
export function boardRoutes(context: HttpContext): Router {
  const { settings, credentials } = context
  const router = Router()

  router.post(
    '/boards',
    limitNewBoards(),
    limitNewBoardsADay(),
    limitFailedAttempts(),
    (request, _response, next) => {
      const { createKey } = settings
      if (createKey !== undefined && !sameText(request.get(CREATE_KEY_HEADER) ?? '', createKey)) {
        throw new HttpError('not-allowed', `Making boards needs the key of whoever runs this server: send it as "${CREATE_KEY_HEADER}".`)
      }
      next()
    },
    withBody(createBoardRequest, async (request, response, wanted) => {
      const board = await createBoard(context, wanted)
      const body: CreateBoardResponse = {
        id: board.id,
        title: board.title,
        joinCode: formatJoinCode(board.joinCode),
        keys: boardKeys(credentials, board),
        links: boardLinks(context, request, board),
      }
      response.status(201).json(body)
    }),
  )

  router.get('/boards/:id', async (request, response) => {
    const { board, room, person } = await signedIn(context, request, request.params.id)
    const { id, title, template, locale, joinCode } = board
    const body: BoardResponse = {
      id,
      title,
      template,
      locale,
      joinCode: person.role === 'viewer' ? '' : formatJoinCode(joinCode),
      session: room.viewFor(person),
    }
    response.json(body)
  })

  router.post(
    '/boards/:id/commands',
    limitCommands(context),
    withBody(commandSchema, async (request, response, command) => {
      const { room, person } = await signedIn(context, request, String(request.params['id']))
      const outcome = await room.command(person.id, command)
      if ('refused' in outcome) throw new HttpError(outcome.refused.code, outcome.refused.message)
      const body: CommandResponse = { version: outcome.version }
      response.json(body)
    }),
  )

  return router
}

/** Two boards get the same code once in a hundred million; a few more draws make it never. */
const CREATE_ATTEMPTS = 5

async function createBoard(context: HttpContext, wanted: CreateBoardRequest): Promise<BoardInfo> {
  const { template, locale, wording } = wanted
  const name = [...TEMPLATES, EXAMPLE].find(({ id }) => id === template)?.name
  const title = wanted.title ?? (locale === 'zh-CN' ? name?.zh : name?.en) ?? template
  const { records, agenda, events } = buildTemplate(template, locale, { wording, now: context.clock() })
  for (let attempt = 1; ; attempt++) {
    const board: BoardInfo = {
      id: newId(context.random),
      createdAt: context.clock(),
      title,
      template,
      locale,
      joinCode: newJoinCode(context.random),
      generations: FIRST_GENERATIONS,
    }
    try {
      await context.registry.create(board, records, [{ type: 'agenda-set', agenda }, ...events])
      return board
    } catch (error) {
      if (attempt === CREATE_ATTEMPTS || !(error instanceof StoreError && error.code === 'conflict')) throw error
    }
  }
}
