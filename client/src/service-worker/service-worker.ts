/**
 * Lets the app open without a connection, where the browser allows a service worker (https and localhost; a plain http page
 * in the local network has none). The app's own files only: boards are kept by `session/device-copy.ts`, and nothing of
 * `/api` or `/sync` ever comes from here.
 */
import type { AppFilesMessage } from '../app/keep-app-files.ts'
import { documentAt, type AppDocument } from './app-document.ts'

declare const self: ServiceWorkerGlobalScope

/** A server that is there answers sooner; a laptop that is closed never does. */
const PAGE_TIMEOUT_MS = 3_000

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(freshPage(request, documentAt(url.pathname)))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptFile(request, event.clientId))
})

/** The first page load happens before this worker runs, so the page tells what it loaded. */
self.addEventListener('message', (event) => {
  if (!(event.source instanceof WindowClient)) return
  event.waitUntil(keep(documentAt(new URL(event.source.url).pathname), event.data as AppFilesMessage)) // only our own pages can post here
})

async function freshPage(request: Request, { page, cache: name }: AppDocument): Promise<Response> {
  const cache = await caches.open(name)
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) })
    if (response.ok) await cache.put(page, response.clone())
    return response
  } catch (cause) {
    const kept = await cache.match(page)
    if (kept) return kept
    throw cause
  }
}

/** Their names carry a hash of their content: what is kept is never out of date. */
async function keptFile(request: Request, clientId: string): Promise<Response> {
  const client = await self.clients.get(clientId)
  const cache = await caches.open(documentAt(new URL(client?.url ?? self.location.href).pathname).cache)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

/** Keeps the files of this version; the first page of a new version drops those of the old one, and leaves the other document's. */
async function keep({ page, cache: name }: AppDocument, { entry, appFiles }: AppFilesMessage): Promise<void> {
  const cache = await caches.open(name)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  if (!kept.has(entry)) {
    for (const url of kept) if (new URL(url).pathname !== page && !appFiles.includes(url)) await cache.delete(url)
  }
  // The page, too: on a first visit it was loaded before this worker ran.
  await Promise.all([page, entry, ...appFiles].filter((url) => !kept.has(url)).map((url) => cache.add(url).catch(() => undefined)))
}
