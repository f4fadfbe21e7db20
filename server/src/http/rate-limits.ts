import type { Request, RequestHandler, Response } from 'express'
import { ipKeyGenerator, rateLimit, type Options, type Store } from 'express-rate-limit'
import { AttemptCount } from './attempt-count.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { provenParticipant } from './signed-in.ts'

const WINDOW_MS = 60_000
/** Wrong codes or keys per minute and address. Right ones do not count: a room full of people may share one address. */
const FAILED_ATTEMPTS = 20
/** New boards per minute and address: far above any workshop, far below what would fill a disk. */
const NEW_BOARDS = 120
/** Fonts per minute and address: everybody in a room exports at the same moment, at its end. A font costs a second of one core. */
const FONTS = 60

/** New boards per day and address: a full board of the paper takes 100 kB, so that a day of it fits on any disk. */
const NEW_BOARDS_A_DAY = 2_000
const A_DAY_MS = 24 * 60 * 60_000
/** Joins per minute and address: the largest room behind one router, all coming at once, and half of them twice. */
const JOINS = 1_500
/** Commands per ten seconds and person: a facilitator at her busiest gives two a second. Each is stored and told to everybody. */
const COMMANDS = 100
const COMMANDS_WINDOW_MS = 10_000
/** Whole boards per minute and person: somebody who reloads again and again. A board of 10,000 records is packed in 60 ms. */
const DOCUMENTS = 30
/** Images per minute and person: a folder of photos dropped at once. Each is written through to the disk. */
const UPLOADS = 120
/** Images that are being received at once, all of them in memory: 160 MB. */
const UPLOADS_UNDER_WAY = 16

/**
 * Limits guessing. Only wrong answers count, at the moment they are given: counting a request until it turns out right, as the library
 * does, turns away the twenty-first of a room that scans the code in the same second.
 */
export function limitFailedAttempts(): RequestHandler {
  const failures = new AttemptCount(WINDOW_MS)
  const refusal = new HttpError('too-many-requests', 'Too many wrong attempts: wait a minute, then check the code.')
  return (request, response, next) => {
    const address = ipKeyGenerator(request.ip ?? '')
    const askToWait = () => response.setHeader('Retry-After', Math.max(1, Math.ceil(failures.of(address).leftMs / 1_000)))
    if (failures.of(address).count >= FAILED_ATTEMPTS) {
      askToWait()
      throw refusal
    }
    const json = response.json.bind(response)
    response.json = (body) => {
      if (wasRight(response) || failures.add(address) <= FAILED_ATTEMPTS) return json(body)
      askToWait()
      response.status(429)
      return json({ error: { code: refusal.code, message: refusal.message } })
    }
    next()
  }
}

/** A refusal for another reason than a wrong code: a room full of people who wait at a closed door are not guessing. */
export function noteRightGuess(response: Response): void {
  response.locals[RIGHT_GUESS] = true
}

const RIGHT_GUESS = 'rightGuess'

/** Limits how fast one address may fill the disk. */
export function limitNewBoards(): RequestHandler {
  return limiter(NEW_BOARDS, 'Too many new boards at once: wait a minute.')
}

/** The same for the whole day. */
export function limitNewBoardsADay(): RequestHandler {
  return limiter(NEW_BOARDS_A_DAY, 'Too many new boards today: come back tomorrow.', { windowMs: A_DAY_MS })
}

/** Limits how fast one address may fill a room with people who do not exist. */
export function limitJoins(): RequestHandler {
  return limiter(JOINS, 'Too many people join at once: wait a minute.')
}

/** Limits how much of everybody's time and of the disk one person's commands take. */
export function limitCommands(context: HttpContext): RequestHandler {
  const message = 'Too many commands at once: wait a few seconds.'
  return limiter(COMMANDS, message, { windowMs: COMMANDS_WINDOW_MS, keyGenerator: personOf(context) })
}

/** Limits how often one person fetches a whole board. */
export function limitDocuments(context: HttpContext): RequestHandler {
  return limiter(DOCUMENTS, 'The board was fetched many times: wait a minute.', { keyGenerator: personOf(context) })
}

/** Limits how fast one person may fill the disk with images. */
export function limitUploads(context: HttpContext): RequestHandler {
  return limiter(UPLOADS, 'Too many images at once: wait a minute.', { keyGenerator: personOf(context) })
}

/** Limits the memory that images being received take, however slowly they come. */
export function limitUploadsUnderWay(): RequestHandler {
  let underWay = 0
  return (_request, response, next) => {
    if (underWay >= UPLOADS_UNDER_WAY) throw new HttpError('too-many-requests', 'Many images are being sent: try again in a few seconds.')
    underWay += 1
    response.once('close', () => (underWay -= 1))
    next()
  }
}

/** Who asks, as their token proves it; strangers by their address. */
function personOf(context: HttpContext): (request: Request) => string {
  return (request) => {
    const boardId = String(request.params['id'])
    const id = provenParticipant(context, request, boardId)
    return id === undefined ? ipKeyGenerator(request.ip ?? '') : `${boardId} ${id}`
  }
}

/** Limits how long the font thread is kept busy. */
export function limitFonts(): RequestHandler {
  return limiter(FONTS, 'Too many pictures at once: wait a minute.')
}

function wasRight(response: Response): boolean {
  return response.statusCode < 400 || response.locals[RIGHT_GUESS] === true
}

function limiter(limit: number, message: string, options: Partial<Options> = {}): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its checks of the configuration print to the console, which belongs to the facilitator's banner.
    validate: false,
    handler: () => {
      throw new HttpError('too-many-requests', message)
    },
    ...options,
    store: countIn(options.windowMs ?? WINDOW_MS),
  })
}

/** The library's own store keeps people out for as long as the clock was set back. */
function countIn(windowMs: number): Store {
  const attempts = new AttemptCount(windowMs)
  return {
    increment(key) {
      const totalHits = attempts.add(key)
      return { totalHits, resetTime: new Date(Date.now() + attempts.of(key).leftMs) }
    },
    // Only for options of the library that count some answers and not others.
    decrement: () => undefined,
    resetKey: () => undefined,
  }
}
