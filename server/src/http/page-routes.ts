import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import express, { Router, type Response } from 'express'

const A_YEAR_SECONDS = 365 * 24 * 60 * 60
/** Addresses that the client's router knows; every other one gets its "not found" page with status 404. */
const PAGES = ['/', '/b/:id', '/b/:id/report']
/** Those of the second build, which is small enough for phones on a crowded Wi-Fi. */
const PHONE_PAGES = ['/p/:id', '/j', '/j/:code']

/** Phones by their own word: tablets have room for the board. What does not say so is told by its screen, once the page is there. */
const PHONE_AGENT = /^(?!.*(iPad|Tablet)).*\bMobi/u

/** The built client: hashed files are kept by browsers for ever, pages are asked for again each time. */
export function pageRoutes(clientDir: string): Router {
  const router = Router()
  const sendPage = (response: Response, status: number, document = 'index.html'): void => {
    const file = join(clientDir, document)
    response.status(status).setHeader('Cache-Control', 'no-cache')
    if (existsSync(file)) response.sendFile(file, { cacheControl: false })
    else response.status(503).type('text/plain').send('The pages are not built yet: run "npx -y pnpm@12.21.0 build", then reload.\n')
  }

  // The key in the fragment goes along. Loaded first, the board's page would cost a phone 100 kB before it led here.
  router.get('/b/:id', (request, response, next) => {
    const isPhone = request.query['view'] === undefined && PHONE_AGENT.test(request.get('user-agent') ?? '')
    response.vary('User-Agent')
    if (isPhone) response.redirect(302, `/p/${encodeURIComponent(request.params.id)}`)
    else next()
  })
  router.get(PAGES, (_request, response) => sendPage(response, 200))
  router.get(PHONE_PAGES, (_request, response) => sendPage(response, 200, 'phone.html'))

  // Licence texts are shown, not downloaded, whatever their names end with.
  router.get('/licenses', async (_request, response) => {
    const names = await readdir(join(clientDir, 'licenses')).catch(() => [])
    const items = names.map((name) => `<li><a href="/licenses/${encodeURIComponent(name)}">${escapeHtml(name)}</a></li>`)
    response.type('text/html').send(`<!doctype html><meta charset="utf-8"><title>Licences</title><ul>${items.join('')}</ul>`)
  })
  router.use(
    '/licenses',
    express.static(join(clientDir, 'licenses'), {
      index: false,
      redirect: false,
      setHeaders: (response) => response.setHeader('Content-Type', 'text/plain; charset=utf-8'),
    }),
  )
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), {
      index: false,
      redirect: false,
      immutable: true,
      maxAge: A_YEAR_SECONDS * 1000,
      fallthrough: true,
    }),
  )
  router.use(
    express.static(clientDir, { index: false, redirect: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }),
  )

  router.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') next()
    else if (request.accepts(['text/plain', 'text/html']) === 'text/html') sendPage(response, 404)
    else response.status(404).type('text/plain').send('Not found.\n')
  })
  return router
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
