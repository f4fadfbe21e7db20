import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import express, { Router } from 'express'
import { imageSize } from 'image-size'
import { MAX_ASSET_BYTES, type AssetResponse } from '@remedyboard/shared/protocol/api'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { imageType, type ImageType } from './image-type.ts'
import { limitUploads, limitUploadsUnderWay } from './rate-limits.ts'
import { signedIn } from './signed-in.ts'

/** All images of one board: forty large photos, and a data folder that a laptop can still be asked to back up. */
const MAX_BOARD_BYTES = 400 * 1024 * 1024
/** A photo of the largest phone cameras has 50 million pixels; a tiny file can claim billions and freeze every screen in the room. */
const MAX_PIXELS = 64_000_000

/**
 * Whatever an SVG holds, opened by itself it runs nothing, loads nothing and shares no origin with us. The style rule is for
 * the SVG's own look.
 */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox"

/** Images of a board: sent by those who may write on it, seen by those who joined it. */
export function assetRoutes(context: HttpContext): Router {
  const { assets } = context
  const router = Router()

  router.post(
    '/boards/:id/assets',
    async (request, _response, next) => {
      // Before the body is read: a stranger must not make us hold ten megabytes.
      const { person } = await signedIn(context, request, String(request.params['id']))
      if (person.role === 'viewer') throw new HttpError('not-allowed', 'Viewers cannot add images: join through the link for participants.')
      next()
    },
    limitUploads(context),
    limitUploadsUnderWay(),
    express.raw({ type: 'image/*', limit: MAX_ASSET_BYTES }),
    async (request, response) => {
      const bytes: unknown = request.body
      if (!Buffer.isBuffer(bytes))
        throw new HttpError('bad-request', 'Send the image itself as the body, with its type, such as "Content-Type: image/png".')
      checkImage(bytes)
      const boardId = String(request.params['id'])
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if ((await assets.totalBytes(boardId)) + bytes.length > MAX_BOARD_BYTES) {
        throw new HttpError('too-large', 'The images of this board fill the space they have: use smaller ones.')
      }
      await assets.put(boardId, sha256, bytes)
      const body: AssetResponse = { url: `/api/boards/${boardId}/assets/${sha256}` }
      response.status(201).json(body)
    },
  )

  router.get('/boards/:id/assets/:sha256', async (request, response) => {
    const { id, sha256 } = request.params
    await signedIn(context, request, id)
    const image = /^[0-9a-f]{64}$/.test(sha256) ? await assets.open(id, sha256) : undefined
    const type = image && imageType(image.head)
    if (!image || !type) {
      image?.content.destroy()
      throw new HttpError('not-found', 'There is no such image on this board.')
    }
    response.set({
      'Content-Type': type,
      'Content-Length': String(image.bytes),
      'Content-Security-Policy': INERT,
      'X-Content-Type-Options': 'nosniff',
      // The name is the content, so it never changes; private, because only people of the board may see it.
      'Cache-Control': 'private, max-age=31536000, immutable',
    })
    // Whoever stops reading only stops this image; half an image cannot be taken back.
    await pipeline(image.content, response).catch(() => response.destroy())
  })

  return router
}

function checkImage(bytes: Buffer): ImageType {
  const type = imageType(bytes)
  if (!type) throw new HttpError('unprocessable', 'This is no image that boards can show: use PNG, JPEG, WebP, GIF or SVG.')
  if (type !== 'image/svg+xml' && pixelsOf(bytes) > MAX_PIXELS) {
    throw new HttpError('unprocessable', 'The image has too many pixels: make it smaller first.')
  }
  return type
}

function pixelsOf(bytes: Buffer): number {
  try {
    const { width, height } = imageSize(bytes)
    return width * height
  } catch {
    throw new HttpError('unprocessable', 'The image is damaged: save it again, or use another one.')
  }
}
