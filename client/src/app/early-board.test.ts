import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteSeenBoard } from '../session/last-seen-board.ts'
import { askForBoard, earlyDocument, earlyOrNewBoard } from './early-board.ts'

const OCTETS = 'application/octet-stream'
let requests: string[] = []
let answer: (path: string) => Response

beforeEach(() => {
  requests = []
  answer = (path) =>
    path.endsWith('/document')
      ? new Response(new Uint8Array([1, 2, 3]), { headers: { 'content-type': OCTETS } })
      : Response.json({ id: path.split('/').at(-1) })
  vi.stubGlobal('fetch', (path: string) => {
    requests.push(path)
    return Promise.resolve(answer(path))
  })
  localStorage.clear()
})
afterEach(() => vi.unstubAllGlobals())

describe('a board that is asked for early', () => {
  it('is asked for once, with its document, and handed out once', async () => {
    askForBoard('one')
    expect(await earlyOrNewBoard('one')).toEqual({ id: 'one' })
    expect(await earlyDocument('one')).toEqual(new Uint8Array([1, 2, 3]))
    expect(requests).toEqual(['/api/boards/one', '/api/boards/one/document'])
    expect(await earlyDocument('one')).toBeNull()
    // Who has joined meanwhile sees another board than who had not.
    expect(await earlyOrNewBoard('one')).toEqual({ id: 'one' })
    expect(requests).toHaveLength(4)
  })

  it('is not another one', async () => {
    askForBoard('two')
    expect(await earlyDocument('three')).toBeNull()
    expect(await earlyOrNewBoard('three')).toEqual({ id: 'three' })
  })

  it('comes without its document where a copy is on the device', async () => {
    noteSeenBoard({ id: 'four' } as BoardResponse) // nothing else of it is read here
    askForBoard('four')
    expect(await earlyDocument('four')).toBeNull()
    expect(requests).toEqual(['/api/boards/four'])
  })

  it.each([
    ['a refusal', () => new Response('', { status: 401 })],
    ['the page of a guest network', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['no network', () => Promise.reject(new TypeError('failed')) as never],
  ])('is no document: %s', async (_name, refusal) => {
    answer = (path) => (path.endsWith('/document') ? refusal() : Response.json({ id: 'five' }))
    askForBoard('five')
    expect(await earlyDocument('five')).toBeNull()
  })
})
