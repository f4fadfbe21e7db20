import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import { startServer, type Server } from './server.ts'

/** One person with a browser of their own: own cookies, own storage, own language. */
export type NewPerson = (options?: BrowserContextOptions) => Promise<Page>

interface TestFixtures {
  newPerson: NewPerson
  /** servers that a test started by itself: they are no strangers, and end with the test */
  ownServers: Server[]
  /** every request of this test that left for another host; asserted to be empty at the end of each test */
  foreignRequests: string[]
}

/** Each test talks to the built server; a worker's tests share one, as boards share one in real life. */
export const test = base.extend<TestFixtures, { server: Server }>({
  server: [
    // Playwright reads the destructured names: an empty pattern asks for nothing.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.dispose()
    },
    { scope: 'worker' },
  ],

  foreignRequests: async ({}, use) => {
    const requests: string[] = []
    await use(requests)
    expect(requests, 'requests to other hosts').toEqual([])
  },

  ownServers: async ({}, use) => {
    const servers: Server[] = []
    await use(servers)
    for (const server of servers) await server.dispose()
  },

  newPerson: async ({ browser, server, ownServers, foreignRequests }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      contexts.push(context)
      recordForeignRequests(context, () => [server, ...ownServers], foreignRequests)
      return await context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

/** Notes every http and WebSocket request that does not go to a server under test. */
function recordForeignRequests(context: BrowserContext, servers: () => readonly Server[], requests: string[]): void {
  const note = (address: string) => {
    const { protocol, port } = new URL(address)
    if (protocol === 'data:' || protocol === 'blob:') return
    // A port is a server's own and random: whoever asks for it asks this server, under whatever name.
    if (!servers().some((server) => String(server.port) === port)) requests.push(address)
  }
  context.on('request', (request) => note(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())))
}
