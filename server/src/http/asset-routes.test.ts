import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { MAX_ASSET_BYTES } from '@remedyboard/shared/protocol/api'
import { StoreError } from '../storage/store-error.ts'
import { appFixture, closeApps, type Answer, type AppFixture } from './app-fixture.ts'

afterEach(closeApps)

/** Signature and header of a PNG with the given size; whatever reads only the header takes it for one. */
function png(width: number, height: number, extra = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4)
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  header.set([8, 0, 0, 0, 0], 16)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, deflateSync(Buffer.alloc(width > 100 ? 1 : 0)), extra])
}

const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(document.cookie)</script></svg>')

async function boardWith(
  role: 'facilitator' | 'participant' | 'viewer',
): Promise<{ fixture: AppFixture; id: string; token: string; upload: Upload }> {
  const fixture = await appFixture()
  const made = await fixture.board()
  const { token } = await fixture.join(made, role)
  const upload: Upload = (body, type = 'image/png') =>
    fixture.ask(`/api/boards/${made.id}/assets`, { token, body, headers: { 'content-type': type } })
  return { fixture, id: made.id, token, upload }
}
type Upload = (body: Buffer, type?: string) => Promise<Answer>

describe('uploading an image', () => {
  it('names it by its content, so that the same image twice is one', async () => {
    const { id, upload } = await boardWith('participant')
    const image = png(4, 4)
    const url = `/api/boards/${id}/assets/${createHash('sha256').update(image).digest('hex')}`
    for (let i = 0; i < 2; i++) expect(await upload(image)).toMatchObject({ status: 201, json: { url } })
  })

  it('believes the content, not the declared type, and serves it so that nothing in it can run', async () => {
    const { fixture, token, upload } = await boardWith('participant')
    const { json } = await upload(SVG, 'image/png')
    const { status, headers, text } = await fixture.ask(json.url, { token })
    expect({ status, text }).toEqual({ status: 200, text: SVG.toString() })
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*; sandbox$/),
      'cache-control': 'private, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).not.toContain('script')
  })

  it('refuses with 422 what is no image, damaged, or would freeze every screen', async () => {
    const { upload } = await boardWith('participant')
    for (const [body, type] of [
      [Buffer.from('<html><script>1</script></html>'), 'image/svg+xml'],
      [Buffer.from('%PDF-1.7'), 'image/png'],
      [Buffer.from('BM….'), 'image/bmp'],
      [Buffer.from('\xff\xd8\xff', 'latin1'), 'image/jpeg'],
      [png(60_000, 60_000), 'image/png'],
    ] as const) {
      expect(await upload(body, type), type).toMatchObject({ status: 422, json: { error: { code: 'unprocessable' } } })
    }
  })

  it('refuses with 413 what is too large, and with 400 what does not come as an image', async () => {
    const { upload } = await boardWith('participant')
    expect((await upload(png(4, 4, Buffer.alloc(MAX_ASSET_BYTES)))).status).toBe(413)
    expect((await upload(png(4, 4), 'application/octet-stream')).status).toBe(400)
    expect((await upload(Buffer.from('{}'), 'application/json')).status).toBe(400)
  })

  it('refuses with 413 when the board is full, and with 503 when the disk is', async () => {
    const { fixture, upload } = await boardWith('participant')
    fixture.assets.totalBytes = () => Promise.resolve(400 * 1024 * 1024)
    expect((await upload(png(4, 4))).status).toBe(413)
    fixture.assets.totalBytes = () => Promise.resolve(0)
    fixture.assets.put = () => Promise.reject(new StoreError('disk-full', 'full'))
    expect(await upload(png(4, 4))).toMatchObject({ status: 503, json: { error: { code: 'store-unavailable' } } })
  })

  it('is for people who may write: 403 for viewers, 401 for strangers, also from other sites', async () => {
    const { fixture, id, upload } = await boardWith('viewer')
    expect((await upload(png(4, 4))).status).toBe(403)
    const headers = { 'content-type': 'image/png' }
    expect((await fixture.ask(`/api/boards/${id}/assets`, { body: png(4, 4), headers })).status).toBe(401)
    expect(
      (await fixture.ask(`/api/boards/${id}/assets`, { body: png(4, 4), headers: { ...headers, origin: 'https://evil.example' } })).status,
    ).toBe(403)
  })
})

describe('an image', () => {
  it('is seen by everybody on its board, and by nobody else', async () => {
    const { fixture, id, upload } = await boardWith('participant')
    const { json } = await upload(png(4, 4))
    const other = await fixture.board()
    const stranger = await fixture.join(other, 'facilitator')
    expect((await fixture.ask(json.url)).status).toBe(401)
    expect((await fixture.ask(json.url, { token: stranger.token })).status).toBe(401)
    expect((await fixture.ask(json.url.replace(id, other.id), { token: stranger.token })).status).toBe(404)
  })

  it('has no address that leads anywhere else', async () => {
    const { fixture, id, token } = await boardWith('participant')
    for (const name of ['0'.repeat(64), 'A'.repeat(64), '..%2f..%2fserver-secret', '%2e%2e', 'x', `${'0'.repeat(63)}%00`]) {
      expect((await fixture.ask(`/api/boards/${id}/assets/${name}`, { token })).status, name).toBe(404)
    }
  })
})
