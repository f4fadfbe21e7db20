import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { HttpError } from './http-error.ts'

/**
 * True when a browser page of this very server sent the request, or a program (programs send no Origin). Behind a proxy that
 * rewrites Host, the Origin may be that of PUBLIC_URL.
 */
export function isSameOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  return page.host === host?.toLowerCase() || (publicUrl !== undefined && page.origin === new URL(publicUrl).origin)
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
/** JSON, and an image being uploaded: no form of another site can send these without asking first. */
const ACCEPTED_BODY = /^(application\/json|image\/[\w.+-]+)\s*(;|$)/i

/** Refuses what another site could make a signed-in browser send. */
export function refuseForgedRequests(publicUrl: string | undefined): RequestHandler {
  return (request, _response, next) => {
    if (SAFE_METHODS.has(request.method)) {
      next()
    } else if (!isSameOrigin(request.headers, publicUrl)) {
      throw new HttpError(
        'not-allowed',
        'The request comes from another site: open the board at the address of this server (or set PUBLIC_URL).',
      )
    } else if (request.method !== 'DELETE' && !ACCEPTED_BODY.test(request.headers['content-type'] ?? '')) {
      throw new HttpError('bad-request', 'Send the body as JSON, with "Content-Type: application/json".')
    } else {
      next()
    }
  }
}
