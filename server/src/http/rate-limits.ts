import type { RequestHandler, Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import { HttpError } from './http-error.ts'

const WINDOW_MS = 60_000
/** Wrong codes or keys per minute and address. Right ones do not count: a room full of people may share one address. */
const FAILED_ATTEMPTS = 20
/** New boards per minute and address: far above any workshop, far below what would fill a disk. */
const NEW_BOARDS = 120
/** Fonts per minute and address: everybody in a room exports at the same moment, at its end. A font costs a second of one core. */
const FONTS = 60

/** Limits guessing. */
export function limitFailedAttempts(): RequestHandler {
  return limiter(FAILED_ATTEMPTS, true, 'Too many wrong attempts: wait a minute, then check the code.')
}

/** A refusal for another reason than a wrong code: a room full of people who wait at a closed door are not guessing. */
export function noteRightGuess(response: Response): void {
  response.locals[RIGHT_GUESS] = true
}

const RIGHT_GUESS = 'rightGuess'

/** Limits how fast one address may fill the disk. */
export function limitNewBoards(): RequestHandler {
  return limiter(NEW_BOARDS, false, 'Too many new boards at once: wait a minute.')
}

/** Limits how long the font thread is kept busy. */
export function limitFonts(): RequestHandler {
  return limiter(FONTS, false, 'Too many pictures at once: wait a minute.')
}

function limiter(limit: number, onlyFailures: boolean, message: string): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    skipSuccessfulRequests: onlyFailures,
    requestWasSuccessful: (_request, response) => response.statusCode < 400 || response.locals[RIGHT_GUESS] === true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its checks of the configuration print to the console, which belongs to the facilitator's banner.
    validate: false,
    handler: () => {
      throw new HttpError('too-many-requests', message)
    },
  })
}
