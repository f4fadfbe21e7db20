/**
 * Lets the app open without a connection, where the browser allows a service worker (https and localhost; a plain http page
 * in the local network has none). The app's own files only: boards are kept by `session/device-copy.ts`, and nothing of
 * `/api` or `/sync` ever comes from here.
 */
import type { AppFilesMessage } from '../app/keep-app-files.ts'

declare const self: ServiceWorkerGlobalScope

const CACHE = 'app-files'

/** Every page of the app is the same document; the address says which board. */
const PAGE = '/'

/** A server that is there answers sooner; a laptop that is closed never does. */
const PAGE_TIMEOUT_MS = 3_000

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(freshPage(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptFile(request))
})

/** The first page load happens before this worker runs, so the page tells what it loaded. */
self.addEventListener('message', (event) => {
  event.waitUntil(keep(event.data as AppFilesMessage)) // only our own pages can post here
})

async function freshPage(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PAGE_TIMEOUT_MS) })
    if (response.ok) await cache.put(PAGE, response.clone())
    return response
  } catch (cause) {
    const kept = await cache.match(PAGE)
    if (kept) return kept
    throw cause
  }
}

/** Their names carry a hash of their content: what is kept is never out of date. */
async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

/** Keeps the files of this version; the first page of a new version drops those of the old one. */
async function keep({ entry, appFiles }: AppFilesMessage): Promise<void> {
  const cache = await caches.open(CACHE)
  const kept = new Set((await cache.keys()).map(({ url }) => url))
  if (!kept.has(entry)) {
    for (const url of kept) if (new URL(url).pathname !== PAGE && !appFiles.includes(url)) await cache.delete(url)
  }
  // The page, too: on a first visit it was loaded before this worker ran.
  await Promise.all([PAGE, entry, ...appFiles].filter((url) => !kept.has(url)).map((url) => cache.add(url).catch(() => undefined)))
}
