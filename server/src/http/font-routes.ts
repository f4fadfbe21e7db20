import { Router } from 'express'
import { fontSubsetRequest, type FontSubsetResponse } from '@remedyboard/shared/protocol/api'
import { FontError } from '../fonts/font-subsetter.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { limitFonts } from './rate-limits.ts'
import { signedIn } from './signed-in.ts'
import { withBody } from './with-body.ts'

/** Fonts for exported images, cut to the characters that are in them: for everybody on the board. */
export function fontRoutes(context: HttpContext): Router {
  const router = Router()
  router.post(
    '/boards/:id/font-subset',
    limitFonts(),
    withBody(fontSubsetRequest, async (request, response, { text }) => {
      await signedIn(context, request, String(request.params['id']))
      let body: FontSubsetResponse
      try {
        body = await context.fonts.subset(text)
      } catch (error) {
        if (error instanceof FontError && error.code === 'busy') {
          throw new HttpError('too-many-requests', 'Many pictures are being made: try again in a few seconds.')
        }
        throw error
      }
      response.json(body)
    }),
  )
  return router
}
