import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Router } from 'express'
import type { HttpContext } from './http-context.ts'
import { limitDocuments } from './rate-limits.ts'
import { signedIn } from './signed-in.ts'

const pack = promisify(gzip)

/**
 * The board over HTTP. What the socket would send a newcomer is five times as large there, and comes only when the socket is open, which on
 * a slow network takes three ways more. What changes meanwhile the socket adds.
 */
export function documentRoutes(context: HttpContext): Router {
  const router = Router()
  // Until the next change a room gives out the same bytes: a whole room of phones costs one packing.
  const packed = new WeakMap<Uint8Array, Promise<Buffer>>()

  router.get('/boards/:id/document', limitDocuments(context), async (request, response) => {
    const { room } = await signedIn(context, request, String(request.params['id']))
    const update = await room.wholeBoard()
    response.setHeader('Content-Type', 'application/octet-stream')
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Vary', 'Accept-Encoding')
    if (request.acceptsEncodings('gzip') === false) {
      response.end(update)
      return
    }
    const packing = packed.get(update) ?? pack(update)
    packed.set(update, packing)
    response.setHeader('Content-Encoding', 'gzip')
    response.end(await packing)
  })
  return router
}
