import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { createCredentials } from '../access/credentials.ts'
import { attackScene, endScenes, type AttackScene } from './attack-fixture.ts'

let scene: AttackScene
beforeAll(async () => {
  scene = await attackScene()
})
afterAll(endScenes)

/** Another address behind the proxy on this machine, so that one attack's limit is not the next one's. */
const from = (address: string) => ({ 'x-forwarded-for': address })

const commands = () => `/api/boards/${scene.attacked.id}/commands`

function tcp(...said: string[]): Socket {
  const socket = connect({ port: scene.app.port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  for (const each of said) socket.write(each)
  return socket
}

describe('getting in without a key', () => {
  it('guessed codes: 20 a minute and address; behind the limit even the right one is not told apart', async () => {
    const codes = Array.from({ length: 40 }, (_, i) => `K7M${String(i + 200).replaceAll(/[01]/g, '2')}`)
    await scene.withstand(async (attempt) => {
      const headers = from(`203.0.113.${attempt}`)
      const answers = await Promise.all(codes.map((code) => scene.ask('/api/join', { body: { code }, headers })))
      const statuses = answers.map(({ status }) => status)
      expect(statuses.filter((status) => status === 404)).toHaveLength(20)
      expect(statuses.filter((status) => status === 429)).toHaveLength(20)
      expect((await scene.ask('/api/join', { body: { code: scene.attacked.joinCode }, headers })).status).toBe(429)
    })
    expect((await scene.ask('/api/join', { body: { code: scene.attacked.joinCode }, headers: from('198.51.100.1') })).status).toBe(200)
  })

  it('[R20] forged tokens: of another person, board or server, or none at all', async () => {
    const { id } = scene.attacked
    const { participantId, token } = await scene.token()
    const other = await scene.board()
    const { token: elsewhere } = await scene.join(other, 'facilitator')
    const forged = [
      '',
      '.',
      participantId,
      `${participantId}.`,
      `${participantId}.AAAAAAAAAAAAAAAAAAAAAA`,
      `x${token}`,
      token.toUpperCase(),
      elsewhere,
      createCredentials(Buffer.alloc(32, 2)).token(id, participantId),
    ]
    for (const each of forged) {
      expect((await scene.ask(`/api/boards/${id}`, { token: each })).status, each).toBe(401)
      expect((await scene.ask(`/api/boards/${id}`, { headers: { cookie: `rb_${id}=${each}` } })).status, each).toBe(401)
      const intruder = await scene.intrude({ token: each })
      expect(await intruder.closed, each).toBe(CloseCode.notAllowed)
    }
  })

  it('[R19, R32] the link that was replaced, and the token of somebody who was put out', async () => {
    const { id, keys } = scene.attacked
    const { token } = await scene.token('facilitator')
    const { token: spent, participantId } = await scene.token('viewer')
    const intruder = await scene.intrude({ token: spent })
    expect((await scene.ask(`/api/boards/${id}/links/viewer/rotate`, { token, body: {} })).status).toBe(200)
    expect((await scene.ask(`/api/boards/${id}/join`, { body: { key: keys.viewer } })).status).toBe(403)
    expect((await scene.ask(commands(), { token, body: { type: 'remove-person', id: participantId } })).status).toBe(200)
    expect(await intruder.closed).toBe(CloseCode.removed)
    expect((await scene.ask(`/api/boards/${id}`, { token: spent })).status).toBe(401)
    expect(await (await scene.intrude({ token: spent })).closed).toBe(CloseCode.notAllowed)
  })

  it.each(['https://evil.example', 'null', 'http://127.0.0.1', 'file://', 'x'])('[R22] a page of the origin %s', async (origin) => {
    const { token } = await scene.token('facilitator')
    const cookie = `rb_${scene.attacked.id}=${token}`
    expect((await scene.ask(commands(), { headers: { cookie, origin }, body: { type: 'set-phase', phaseId: null } })).status).toBe(403)
    const intruder = await Promise.race([
      scene.intrude({ token, socket: { headers: { cookie, origin } } }).then(({ closed }) => closed),
      new Promise<number>((resolve) => setTimeout(() => resolve(0), 1_000)),
    ])
    // The upgrade is refused before there is a socket that could have a code.
    expect(intruder).toBe(1006)
  })
})

describe('addresses that lead elsewhere', () => {
  it.each([
    '/assets/..%2f..%2f',
    '/assets/%2e%2e/',
    '/licenses/..%2f',
    '/licenses/..%5c..%5c',
    '/..%2f',
    '/%2e%2e%2f',
    '//',
    '/assets/....//',
    '/./../',
  ])('%s', async (prefix) => {
    const secret = `${scene.clientDir}-secret.txt`
    writeFileSync(secret, 'the secret of the server')
    for (const path of [`${prefix}${basename(secret)}`, `${prefix}..%2f${basename(secret)}`, `${prefix}..${secret}`]) {
      const { status, text } = await scene.ask(path)
      expect(text, path).not.toContain('the secret')
      expect(status, path).toBeGreaterThanOrEqual(400)
      expect(status, path).toBeLessThan(504)
    }
  })

  it.each(['/%00', '/api/boards/%00', '/api/boards/%', '/%ff', '/api/boards/__proto__', '/api/boards/constructor/links', '/sync/%2e%2e'])(
    '%s is answered with an error of the asker, not of ours',
    async (path) => {
      const { status } = await scene.ask(path)
      expect([400, 404]).toContain(status)
    },
  )
})

describe('bodies', () => {
  const json = { 'content-type': 'application/json' }

  it('too large, also once unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, ' '))
    await scene.withstand(async () => {
      expect((await scene.ask('/api/join', { body: 'x'.repeat(300_000), headers: json })).status).toBe(413)
      expect((await scene.ask('/api/join', { body: bomb, headers: { ...json, 'content-encoding': 'gzip' } })).status).toBe(413)
      expect((await scene.ask('/api/join', { body: '['.repeat(60_000), headers: json })).status).toBe(400)
      expect((await scene.ask('/api/join', { body: `${'['.repeat(30_000)}${']'.repeat(30_000)}`, headers: json })).status).toBe(400)
    })
  })

  it('prototype keys in commands change nothing, in nobody', async () => {
    const { token } = await scene.token('facilitator')
    const bodies = [
      '{"type":"set-role","id":"__proto__","role":"facilitator"}',
      '{"__proto__":{"type":"set-entry","open":false}}',
      '{"constructor":{"prototype":{"polluted":1}},"type":"set-nothing"}',
      '{"type":"set-phase","phaseId":"__proto__"}',
    ]
    for (const body of bodies) {
      const { status } = await scene.ask(commands(), { token, body, headers: json })
      expect(status, body).toBeGreaterThanOrEqual(400)
      expect(status, body).toBeLessThan(500)
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    // Whoever is not there is gone already.
    expect((await scene.ask(commands(), { token, body: { type: 'remove-person', id: 'constructor' } })).status).toBe(200)
    expect((await scene.ask(`/api/boards/${scene.attacked.id}`, { token })).status).toBe(200)
    await scene.expectUnharmed()
  })

  it('line breaks in names and hosts end no header and no link', async () => {
    const name = 'Eve\r\nSet-Cookie: a=b'
    const { headers } = await scene.ask(`/api/boards/${scene.attacked.id}/join`, { body: { key: scene.attacked.keys.participant, name } })
    expect(headers['set-cookie']).toHaveLength(1)
    expect(JSON.stringify(headers)).not.toContain('a=b')
    for (const host of ['evil.example"><script>', 'a b', 'a/b', "x';script-src *"]) {
      const made = await scene.ask('/api/boards', { body: { template: 'blank', locale: 'en' }, headers: { host } })
      expect(made.text).not.toContain('script>')
      expect(made.json.links.viewer, host).toMatch(/^http:\/\/(localhost|127\.0\.0\.1)/)
      expect(made.headers['content-security-policy']).not.toContain('script-src *')
    }
  })
})

describe('[R30] images that are more than images', () => {
  const upload = async (body: Buffer, type = 'image/png') => {
    const { token } = await scene.token()
    const sent = await scene.ask(`/api/boards/${scene.attacked.id}/assets`, { token, body, headers: { 'content-type': type } })
    return sent.status === 201 ? scene.ask(sent.json.url, { token }) : sent
  }
  const INERT = { 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringMatching(/^default-src 'none'.*sandbox$/) }

  it.each([
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'],
    ['an SVG that fetches', '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://evil.example/x"/></svg>', 'image/svg+xml'],
    ['a GIF that is also a script', 'GIF89a/*\0\0\0*/=1;alert(1)//', 'image/gif'],
    ['a GIF that is also a page', 'GIF89a\x01\0\x01\0<html><script>alert(1)</script></html>', 'image/gif'],
  ])('%s is served so that nothing in it runs', async (_name, body, type) => {
    expect(await upload(Buffer.from(body, 'latin1'))).toMatchObject({ status: 200, headers: { ...INERT, 'content-type': type } })
  })

  it.each([
    ['a page', '<!doctype html><svg><script>alert(1)</script></svg>'],
    ['an SVG with entities that explode', '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]><svg>&a;</svg>'],
    ['XML that only mentions an SVG', '<x><svg></svg></x>'],
    ['a PDF', '%PDF-1.7 <svg>'],
    ['a PNG of 3.6 billion pixels', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\0\0\0\0'],
    ['a JPEG whose segments go in circles', `\xff\xd8${'\xff\xe0\0\0'.repeat(2_000)}`],
    ['8 kB of white space', `${' '.repeat(9_000)}<svg>`],
    ['comments without end', `${'<!--'.repeat(2_000)}<svg>`],
  ])('%s is refused', async (_name, body) => {
    await scene.withstand(async () => {
      expect((await upload(Buffer.from(body, 'latin1'))).status).toBe(422)
    })
  })
})

describe('floods over HTTP', () => {
  it('of commands: a hundred in ten seconds and person', async () => {
    await scene.withstand(async () => {
      const { token } = await scene.token()
      const rename = (n: number) => scene.ask(commands(), { token, body: { type: 'set-name', name: `Eve ${n}` } })
      const statuses = (await Promise.all(Array.from({ length: 150 }, (_, n) => rename(n)))).map(({ status }) => status)
      expect(statuses.filter((status) => status === 200)).toHaveLength(100)
      expect(statuses.filter((status) => status === 429)).toHaveLength(50)
      const { token: somebodyElse } = await scene.token()
      expect((await scene.ask(commands(), { token: somebodyElse, body: { type: 'set-name', name: 'Ida' } })).status).toBe(200)
    })
    await scene.expectUnharmed()
  })

  it('of boards: 120 a minute and address', async () => {
    await scene.withstand(async (attempt) => {
      const make = () =>
        scene.ask('/api/boards', { body: { template: 'blank', locale: 'en' }, headers: from(`203.0.113.${100 + attempt}`) })
      const statuses = (await Promise.all(Array.from({ length: 150 }, make))).map(({ status }) => status)
      expect(statuses.filter((status) => status === 201)).toHaveLength(120)
      expect(statuses.filter((status) => status === 429)).toHaveLength(30)
    })
    await scene.expectUnharmed()
  })

  it('of images: 16 are received at once, however slowly they come', async () => {
    const { token } = await scene.token()
    const path = `/api/boards/${scene.attacked.id}/assets`
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: image/png\r\nContent-Length: 10000000\r\n\r\n`
    const slow = Array.from({ length: 16 }, () => tcp(head, 'GIF'))
    const small = () => scene.ask(path, { token, body: Buffer.from('<svg></svg>'), headers: { 'content-type': 'image/svg+xml' } })
    await vi.waitFor(async () => expect((await small()).status).toBe(429), { interval: 5 })
    for (const socket of slow) socket.destroy()
    await vi.waitFor(async () => expect((await small()).status).toBe(201))
  })

  it('a connection with a hundred requests at once is answered in turn', async () => {
    await scene.withstand(async () => {
      const socket = tcp(
        'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(99),
        'GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      )
      let answers = ''
      socket.on('data', (data: Buffer) => (answers += data.toString()))
      await once(socket, 'end')
      expect(answers.match(/HTTP\/1.1 200/g)).toHaveLength(100)
      socket.destroy()
    })
  })
})
