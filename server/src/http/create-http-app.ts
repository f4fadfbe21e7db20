import compression from 'compression'
import express, { type Express } from 'express'
import type { ConfigResponse, TemplatesResponse } from '@remedyboard/shared/protocol/api'
import { TEMPLATES } from '@remedyboard/shared/templates/template-info'
import { assetRoutes } from './asset-routes.ts'
import { boardRoutes } from './board-routes.ts'
import { errorHandler } from './error-handler.ts'
import { documentRoutes } from './document-routes.ts'
import { fontRoutes } from './font-routes.ts'
import type { HttpContext } from './http-context.ts'
import { HttpError } from './http-error.ts'
import { joinRoutes } from './join-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { openapiDocument } from './openapi-document.ts'
import { pageRoutes } from './page-routes.ts'
import { refuseForgedRequests } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'

/** The longest command that the schema allows fits (a full agenda in two languages, 180 kB); far below what would cost memory. */
const MAX_JSON = '256kb'

/** The whole HTTP surface of the server. */
export function createHttpApp(context: HttpContext): Express {
  const { settings, metrics, logger, ready } = context
  const app = express()
  // A proxy on this machine may say who asks and whether it was https; anybody else could make that up.
  app.set('trust proxy', 'loopback')
  app.set('query parser', 'simple')

  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', async (_request, response) => {
    const reachable = ready() && (await storeAnswers(context))
    response.status(reachable ? 200 : 503).json({ status: reachable ? 'ready' : 'not ready' })
  })
  app.get('/metrics', async (_request, response) => {
    const text = await metrics.text()
    response.type(metrics.contentType).send(text)
  })

  app.use((request, response, next) => {
    const startedMs = performance.now()
    // The pattern of the route, never the address itself: codes and ids in a log are a way into boards.
    response.on('finish', () =>
      logger.debug(
        {
          method: request.method,
          route: String(request.route?.path ?? ''),
          status: response.statusCode,
          ms: Math.round(performance.now() - startedMs),
        },
        'answered',
      ),
    )
    next()
  })
  app.use(securityHeaders())
  app.use(compression())
  app.use('/api', apiRoutes(context))
  app.use(pageRoutes(settings.clientDir))
  app.use((_request, _response, next) => next(new HttpError('not-found', 'There is nothing at this address.')))
  app.use(errorHandler(logger))
  return app
}

function apiRoutes(context: HttpContext): express.Router {
  const { settings } = context
  const api = express.Router()
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store')
    next()
  })
  api.use(refuseForgedRequests(settings.publicUrl))
  api.use(express.json({ limit: MAX_JSON }))

  api.get('/config', (_request, response) => {
    const body: ConfigResponse = {
      tldrawLicenseKey: settings.tldrawLicenseKey ?? null,
      createKeyRequired: settings.createKey !== undefined,
      version: settings.version,
    }
    response.json(body)
  })
  api.get('/templates', (_request, response) => {
    const body: TemplatesResponse = { templates: [...TEMPLATES] }
    response.json(body)
  })
  const description = openapiDocument(settings.version)
  api.get('/openapi.json', (_request, response) => void response.json(description))
  api.use(boardRoutes(context))
  api.use(documentRoutes(context))
  api.use(linkRoutes(context))
  api.use(assetRoutes(context))
  api.use(fontRoutes(context))
  api.use(joinRoutes(context))
  api.use((_request, _response, next) => next(new HttpError('not-found', 'The API has nothing at this address: see docs/protocol.md.')))
  return api
}

async function storeAnswers({ store }: HttpContext): Promise<boolean> {
  try {
    // Any read will do: it goes the way that every write goes.
    await store.board('readyz')
    return true
  } catch {
    return false
  }
}
