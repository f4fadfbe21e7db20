import { MAX_ASSET_BYTES } from '@remedyboard/shared/protocol/api'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiFailure } from './api-client.ts'
import { uploadAsset } from './upload-asset.ts'

afterEach(() => vi.unstubAllGlobals())

/** Stands in for the browser's request; the test plays the server. */
class FakeRequest {
  static latest: FakeRequest
  upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null } = { onprogress: null }
  onload: (() => void) | null = null
  onerror: (() => void) | null = null
  status = 0
  response: unknown = null
  responseType = ''
  opened: string[] = []
  sent: unknown
  headers: Record<string, string> = {}
  constructor() {
    FakeRequest.latest = this
  }
  open(...what: string[]): void {
    this.opened = what
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }
  send(body: unknown): void {
    this.sent = body
  }
  answer(status: number, response: unknown): void {
    this.status = status
    this.response = response
    this.onload?.()
  }
}

const image = new Blob(['pixels'], { type: 'image/png' })

function start() {
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
  const shares: number[] = []
  const outcome = uploadAsset('a/b', image, (share) => shares.push(share)).catch((error: unknown) => error)
  return { shares, outcome, request: FakeRequest.latest }
}

describe('uploadAsset', () => {
  it('sends the image as it is and tells how much has left', async () => {
    const { shares, outcome, request } = start()
    expect(request.opened).toEqual(['POST', '/api/boards/a%2Fb/assets'])
    expect(request.headers).toEqual({ 'content-type': 'image/png' })
    request.upload.onprogress?.({ loaded: 0, total: 0 })
    request.upload.onprogress?.({ loaded: 3, total: 6 })
    request.answer(201, { url: '/there' })
    expect(await outcome).toEqual({ url: '/there' })
    expect([shares, request.sent]).toEqual([[0, 0.5], image])
  })

  it.each([
    ['a refusal', 413, { error: { code: 'too-large', message: 'no' } }, 'too-large'],
    ['an answer that is no JSON', 502, null, 'internal'],
    ['an answer without an address', 201, {}, 'internal'],
  ])('%s is an ApiFailure', async (_name, status, response, code) => {
    const { outcome, request } = start()
    request.answer(status, response)
    expect(await outcome).toMatchObject({ name: 'ApiFailure', status, code })
  })

  it('says that there is no network', async () => {
    const { outcome, request } = start()
    request.onerror?.()
    expect(await outcome).toMatchObject({ status: 0, code: 'offline' })
  })

  it('does not send what the server would refuse for its size', async () => {
    const huge = { size: MAX_ASSET_BYTES + 1, type: 'image/png' } as Blob
    await expect(uploadAsset('b', huge, () => undefined)).rejects.toBeInstanceOf(ApiFailure)
  })
})
