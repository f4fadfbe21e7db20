import type { IncomingMessage } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'

/** Half a year: a board is opened again weeks after its workshop, for the follow-up. */
const MAX_AGE_SECONDS = 180 * 24 * 60 * 60

const cookieName = (boardId: string): string => `rb_${boardId}`

/**
 * The `Set-Cookie` value that keeps somebody signed in to one board. Not readable by scripts; not sent by other sites' forms.
 * Secure only under https, because a workshop on the local network runs over plain http.
 */
export function sessionCookie(boardId: string, token: string, secure: boolean): string {
  return stringifySetCookie({
    name: cookieName(boardId),
    value: token,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  })
}

/** The token that a request or an upgrade carries for a board: `Authorization: Bearer` (programs) before the cookie (browsers). */
export function tokenOfRequest(request: IncomingMessage, boardId: string): string | undefined {
  const bearer = /^Bearer ([^\s]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? parseCookie(request.headers.cookie ?? '')[cookieName(boardId)]
}
