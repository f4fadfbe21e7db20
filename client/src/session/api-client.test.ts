import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, ApiFailure } from './api-client.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Answers every request with the same; returns what was asked. */
function answering(response: () => Response | Promise<Response>) {
  const asked: [string, RequestInit | undefined][] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push([path, init])
    return response()
  })
  return asked
}

describe('the API', () => {
  it('asks with JSON and with the cookie of the board, and never lets an id become part of another path', async () => {
    const asked = answering(() => Response.json({ version: 3 }))
    expect(await api.command('a/b', { type: 'set-name', name: '阿梅' })).toEqual({ version: 3 })
    const [path, init] = asked[0] ?? []
    expect(path).toBe('/api/boards/a%2Fb/commands')
    expect(init).toMatchObject({ method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' } })
    expect(JSON.parse(String(init?.body))).toEqual({ type: 'set-name', name: '阿梅' })
  })

  it('has a call for each thing that pages need', async () => {
    const asked = answering(() => Response.json({}))
    await api.createBoard({ template: 'blank', locale: 'en' })
    await api.createBoard({ template: 'blank', locale: 'en' }, 'secret')
    await api.getBoard('b')
    await api.join('b', { key: 'k' })
    await api.joinByCode({ code: 'K7M4PX' })
    await api.rotateLink('b', 'viewer', true)
    await api.links('b')
    await api.fontSubset('b', { text: '字' } as Parameters<typeof api.fontSubset>[1])
    await api.templates()
    expect(asked.map(([path, init]) => `${init?.method} ${path}`)).toEqual([
      'POST /api/boards',
      'POST /api/boards',
      'GET /api/boards/b',
      'POST /api/boards/b/join',
      'POST /api/join',
      'POST /api/boards/b/links/viewer/rotate',
      'GET /api/boards/b/links',
      'POST /api/boards/b/font-subset',
      'GET /api/templates',
    ])
    expect(asked.map(([, init]) => new Headers(init?.headers).get('x-create-key'))).toEqual([null, 'secret', ...Array(7).fill(null)])
    expect(asked[2]?.[1]?.body).toBeUndefined()
  })

  it.each([
    ['a refusal', () => Response.json({ error: { code: 'entry-closed', message: 'no' } }, { status: 403 }), 403, 'entry-closed'],
    ['an answer that is no JSON, as from a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502, 'internal'],
    ['JSON without an error', () => Response.json({}, { status: 500 }), 500, 'internal'],
    ['no answer', () => Promise.reject(new TypeError('network')), 0, 'offline'],
  ])('%s is an ApiFailure with a code to show words for', async (_name, response, status, code) => {
    answering(response)
    const failure = await api.templates().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiFailure)
    expect(failure).toMatchObject({ name: 'ApiFailure', status, code })
  })

  it('counts an answer that broke off, or that a guest network gave in our place, as not taken', async () => {
    answering(() => new Response('<h1>Welcome to our Wi-Fi</h1>', { status: 200, headers: { 'content-type': 'text/html' } }))
    await expect(api.command('b', { type: 'set-hand', up: true })).rejects.toMatchObject({ status: 0, code: 'offline' })
  })

  it.each([
    ['a command', () => api.command('b', { type: 'set-hand', up: true }), 10_000],
    ['joining', () => api.join('b', { key: 'k' }), 20_000],
    ['the board', () => api.getBoard('b'), 20_000],
  ])('gives %s up as offline when the network died without a word', async (_name, ask, boundMs) => {
    vi.useFakeTimers()
    vi.stubGlobal(
      'fetch',
      (_path: string, { signal }: RequestInit) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))),
    )
    let failure: unknown
    ask().catch((error: unknown) => (failure = error))
    await vi.advanceTimersByTimeAsync(boundMs - 1)
    expect(failure).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    expect(failure).toMatchObject({ status: 0, code: 'offline' })
  })

  it('gives up an answer that stops on its way, too, and leaves no timer behind', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('fetch', async (_path: string, { signal }: RequestInit) => ({
      ok: true,
      json: () => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))),
    }))
    let failure: unknown
    api.links('b').catch((error: unknown) => (failure = error))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(failure).toMatchObject({ code: 'offline' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
