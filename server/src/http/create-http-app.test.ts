import { mkdirSync, writeFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { StoreError } from '../storage/store-error.ts'
import { appFixture, closeApps, type AppFixture } from './app-fixture.ts'

afterEach(closeApps)

describe('requests of other sites', () => {
  it('are refused with 403 when they would change something', async () => {
    const { ask, app } = await appFixture()
    const body = { template: 'blank', locale: 'en' }
    const own = `http://127.0.0.1:${app.port}`
    for (const origin of ['https://evil.example', 'null', `https://127.0.0.1:${app.port + 1}`, 'x']) {
      expect((await ask('/api/boards', { body, headers: { origin } })).status, origin).toBe(403)
    }
    expect((await ask('/api/boards', { body, headers: { origin: own } })).status).toBe(201)
    expect((await ask('/api/boards', { body, headers: { host: 'board.lan:3000', origin: 'http://board.lan:3000' } })).status).toBe(201)
  })

  it('may come from PUBLIC_URL when a proxy rewrites the Host', async () => {
    const { ask } = await appFixture({ publicUrl: 'https://board.example.org' })
    const headers = { origin: 'https://board.example.org' }
    expect((await ask('/api/boards', { body: { template: 'blank', locale: 'en' }, headers })).status).toBe(201)
  })

  it('are refused with 400 when they come as a form would send them', async () => {
    const { ask } = await appFixture()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', undefined]) {
      const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
      const { status, json } = await ask('/api/boards', { body: '{"template":"blank","locale":"en"}', headers })
      expect({ status, code: json.error.code }, type).toEqual({ status: 400, code: 'bad-request' })
    }
  })
})

describe('bodies', () => {
  const headers = { 'content-type': 'application/json' }

  it('that are no JSON get 400', async () => {
    const { ask } = await appFixture()
    for (const body of ['{', '', 'null', '"x"']) {
      expect(await ask('/api/boards', { method: 'POST', body, headers }), body).toMatchObject({
        status: 400,
        json: { error: { code: 'bad-request' } },
      })
    }
  })

  it('that are too large get 413', async () => {
    const { ask } = await appFixture()
    const { status, json } = await ask('/api/boards', { body: { title: 'x'.repeat(300_000) } })
    expect({ status, code: json.error.code }).toEqual({ status: 413, code: 'too-large' })
  })
})

describe('pages and files', () => {
  const HTML = '<!doctype html><title>Remedyboard</title>'
  const PHONE_HTML = '<!doctype html><title>Remedyboard on phones</title>'
  async function withClient(): Promise<AppFixture> {
    const fixture = await appFixture()
    const file = (name: string, content: string): void => writeFileSync(joinPath(fixture.clientDir, name), content)
    mkdirSync(joinPath(fixture.clientDir, 'assets'))
    mkdirSync(joinPath(fixture.clientDir, 'licenses'))
    file('index.html', HTML)
    file('phone.html', PHONE_HTML)
    file('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    file('assets/index-3f2a.js', `/* ${'x'.repeat(5_000)} */`)
    file('licenses/tldraw-3.x-LICENSE.md', 'tldraw license')
    return fixture
  }

  it('are the app on every address that it knows, never kept without asking', async () => {
    const { ask } = await withClient()
    for (const [document, paths] of [
      [HTML, ['/', '/b/abc', '/b/abc?view=projector', '/b/abc/report']],
      [PHONE_HTML, ['/p/abc', '/j', '/j/K7M4PX']],
    ] as const) {
      for (const path of paths) {
        const { status, text, headers } = await ask(path)
        expect({ status, text, cache: headers['cache-control'] }, path).toEqual({ status: 200, text: document, cache: 'no-cache' })
      }
    }
  })

  it.each([
    ['a phone', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36', true],
    ['an iPhone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1', true],
    [
      'a tablet',
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1',
      false,
    ],
    ['a laptop', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', false],
  ])('lead %s from a link to its page at once, unless the board was asked for', async (_name, agent, isPhone) => {
    const { ask } = await withClient()
    const opened = await ask('/b/abc', { headers: { 'user-agent': agent } })
    expect([opened.status, opened.headers['location'], opened.headers['vary']]).toEqual(
      isPhone ? [302, '/p/abc', expect.stringContaining('User-Agent')] : [200, undefined, expect.stringContaining('User-Agent')],
    )
    const chosen = await ask('/b/abc?view=board', { headers: { 'user-agent': agent } })
    expect([chosen.status, chosen.text]).toEqual([200, HTML])
  })

  it('are the app with status 404 elsewhere, so that it can say so nicely', async () => {
    const { ask } = await withClient()
    for (const path of ['/nowhere', '/b', '/b/abc/def']) {
      expect(await ask(path, { headers: { accept: 'text/html' } }), path).toMatchObject({ status: 404, text: HTML })
    }
    expect(await ask('/assets/index-0000.js', { headers: { accept: '*/*' } })).toMatchObject({ status: 404, text: 'Not found.\n' })
  })

  it('are kept for ever when their name is a hash, and sent compressed', async () => {
    const { ask } = await withClient()
    const { headers } = await ask('/assets/index-3f2a.js', { headers: { 'accept-encoding': 'gzip' } })
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' })
    expect((await ask('/favicon.svg')).headers['cache-control']).toBe('no-cache')
  })

  it('show the licence texts as plain text, with a list of them', async () => {
    const { ask } = await withClient()
    expect((await ask('/licenses/')).text).toContain('tldraw-3.x-LICENSE.md')
    const { text, headers } = await ask('/licenses/tldraw-3.x-LICENSE.md')
    expect({ text, type: headers['content-type'] }).toEqual({ text: 'tldraw license', type: 'text/plain; charset=utf-8' })
  })

  it('do not lead out of the folder of the client', async () => {
    const { ask } = await withClient()
    for (const path of [
      '/../../etc/passwd',
      '/..%2f..%2fetc/passwd',
      '/assets/..%2f..%2f..%2fetc%2fpasswd',
      '/.%00',
      '/%',
      '/licenses/%2e%2e/index.html%00',
    ]) {
      expect((await ask(path, { headers: { accept: '*/*' } })).status, path).toBeGreaterThanOrEqual(400)
    }
  })

  it('carry headers that work over plain http', async () => {
    const { ask } = await withClient()
    const { headers } = await ask('/', { headers: { host: 'board.lan:3000' } })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain('ws://board.lan:3000')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    for (const name of ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster', 'x-powered-by'])
      expect(headers).not.toHaveProperty(name)
  })

  it('put no made-up Host into their headers', async () => {
    const { ask } = await withClient()
    const { headers } = await ask('/', { headers: { host: "evil.example; script-src 'unsafe-inline'" } })
    expect(headers['content-security-policy'] ?? '').not.toContain('evil')
  })
})

describe('health', () => {
  it('is alive and ready while the store answers, alive and not ready while it does not', async () => {
    const { ask, store } = await appFixture()
    expect(await ask('/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } })
    expect(await ask('/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } })
    store.board = () => Promise.reject(new StoreError('unavailable', 'gone'))
    expect((await ask('/healthz')).status).toBe(200)
    expect((await ask('/readyz')).status).toBe(503)
    expect(await ask('/api/boards/abc')).toMatchObject({ status: 503, json: { error: { code: 'store-unavailable' } } })
  })
})

describe('metrics', () => {
  it('count rooms, people and the time of commits, and name nobody', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    await join(made, 'participant', 'Xiaomei')
    const { status, headers, text } = await ask('/metrics')
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: expect.stringContaining('text/plain') })
    expect(text).toContain('\nremedyboard_rooms 1\n')
    expect(text).toContain('\nremedyboard_connections 0\n')
    expect(text).toContain('\nremedyboard_rooms_suspended 0\n')
    expect(text).toContain('\nremedyboard_commit_seconds_count{outcome="stored"} 1\n')
    expect(text).toMatch(/\nprocess_resident_memory_bytes \d{6,}\n/)
    for (const secret of [made.id, 'East Street', 'Xiaomei']) expect(text).not.toContain(secret)
  })

  it('count commits that failed', async () => {
    const { ask, board, join, store } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'participant', 'Lin')
    const append = store.append.bind(store)
    store.append = () => Promise.reject(new StoreError('disk-full', 'full'))
    expect((await ask(`/api/boards/${made.id}/commands`, { token, body: { type: 'set-name', name: 'Lin Na' } })).status).toBe(503)
    expect((await ask('/metrics')).text).toContain('remedyboard_commit_seconds_count{outcome="failed"} 1')
    store.append = append
  })
})

describe('the API', () => {
  it('answers 404 in its own form at addresses that it does not have, and is never cached', async () => {
    const { ask } = await appFixture()
    const { status, json, headers } = await ask('/api/nothing')
    expect({ status, code: json.error.code, cache: headers['cache-control'] }).toEqual({
      status: 404,
      code: 'not-found',
      cache: 'no-store',
    })
  })

  it('lists the templates', async () => {
    const { ask } = await appFixture()
    const { json } = await ask('/api/templates')
    expect(json.templates.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['dilemma-remedy', 'blank']))
  })

  it('makes links from PUBLIC_URL, else the address on the network when opened on this machine, else the Host', async () => {
    const links = async ({ ask }: AppFixture, host: string): Promise<string> =>
      (await ask('/api/boards', { body: { template: 'blank', locale: 'en' }, headers: { host } })).json.links.viewer
    expect(await links(await appFixture({ publicUrl: 'https://board.example.org' }), 'localhost:3000')).toMatch(
      /^https:\/\/board\.example\.org\/b\//,
    )
    const fixture = await appFixture({}, ['192.168.1.7'])
    expect(await links(fixture, 'localhost:3000')).toMatch(/^http:\/\/192\.168\.1\.7:3000\/b\//)
    expect(await links(fixture, 'board.lan:3000')).toMatch(/^http:\/\/board\.lan:3000\/b\//)
    expect(await links(fixture, 'evil"><script>')).toMatch(new RegExp(`^http://192\\.168\\.1\\.7:${fixture.app.port}/b/`))
  })
})

describe('the log', () => {
  it('holds no names, keys, codes, tokens or addresses of people, even at its most talkative', async () => {
    const { ask, board, join, log } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'participant', 'Xiaomei')
    await ask(`/api/boards/${made.id}`, { token })
    await ask('/api/join', { body: { code: made.joinCode, name: 'Dawei' } })
    await ask(`/j/${made.joinCode.replace(' ', '')}`)
    const text = log()
    expect(text).not.toBe('')
    for (const secret of ['Xiaomei', 'Dawei', token, made.keys.participant, made.joinCode, made.joinCode.replace(' ', ''), '127.0.0.1']) {
      expect(text).not.toContain(secret)
    }
  })
})
