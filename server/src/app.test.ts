import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { readFacets } from '@remedyboard/shared/board/facets'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import { once } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { appFixture, closeApps, type AppFixture } from './http/app-fixture.ts'

const providers: WebsocketProvider[] = []

afterEach(async () => {
  for (const provider of providers.splice(0)) {
    provider.destroy()
    provider.awareness.destroy()
  }
  await closeApps()
})

/** The provider as it comes, with the token where programs put it. */
function connect(
  { app }: AppFixture,
  boardId: string,
  token: string,
  headerName: 'authorization' | 'cookie' = 'authorization',
): WebsocketProvider {
  const header = headerName === 'cookie' ? `rb_${boardId}=${token}` : `Bearer ${token}`
  class SignedInSocket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { [headerName]: header } })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${app.port}/sync`, boardId, new Y.Doc(), {
    disableBc: true,
    WebSocketPolyfill: SignedInSocket as unknown as typeof globalThis.WebSocket, // the DOM's type, which `ws` implements in all that the provider uses
  })
  // A stock provider works without this, but writes to the console.
  provider.messageHandlers[MessageType.session] = () => undefined
  providers.push(provider)
  return provider
}

const recordCount = ({ doc }: WebsocketProvider): number => recordsOf(doc).size

describe('the whole server', () => {
  it('lets a stock WebsocketProvider join over HTTP, receive the template and edit; others see it, and it is there afterwards', async () => {
    const fixture = await appFixture()
    const board = await fixture.board({ template: 'dilemma-remedy' })
    const anna = connect(fixture, board.id, (await fixture.join(board, 'facilitator', 'Anna')).token)
    const otto = connect(fixture, board.id, (await fixture.join(board, 'participant', 'Otto')).token, 'cookie')
    await vi.waitFor(() => expect(recordCount(anna)).toBeGreaterThan(50))
    await vi.waitFor(() => expect(recordCount(otto)).toBe(recordCount(anna)))

    const seeded = recordCount(anna)
    otto.doc.transact(() => {
      // A later change of a facet, as clients write it. Areas are locked: a card.
      const card = [...recordsOf(otto.doc).values()].find((facets) => readFacets(facets)?.type === 'card')
      card?.set('place', { x: 12, y: 34, rotation: 0, parentId: 'page:page', index: 'a1' })
    })
    await vi.waitFor(() =>
      expect([...recordsOf(anna.doc).values()].some((record) => JSON.stringify(record.get('place'))?.includes('"x":12'))).toBe(true),
    )
    expect(recordCount(anna)).toBe(seeded)

    const late = connect(fixture, board.id, (await fixture.join(board, 'viewer')).token)
    await vi.waitFor(() =>
      expect([...recordsOf(late.doc).values()].some((record) => JSON.stringify(record.get('place'))?.includes('"x":12'))).toBe(true),
    )
  })

  it('closes the socket with a code that says why: no token, forged token, no such board', async () => {
    const fixture = await appFixture()
    const [board, other] = [await fixture.board(), await fixture.board()]
    const { token } = await fixture.join(other, 'facilitator')
    const codeOf = async (boardId: string, headers: Record<string, string>): Promise<number> => {
      const socket = new WebSocket(`ws://127.0.0.1:${fixture.app.port}/sync/${boardId}`, { headers })
      const [code] = (await once(socket, 'close')) as [number]
      return code
    }
    expect(await codeOf(board.id, {})).toBe(CloseCode.notAllowed)
    expect(await codeOf(board.id, { authorization: `Bearer ${token}` })).toBe(CloseCode.notAllowed)
    expect(await codeOf('nosuchboard2', { authorization: `Bearer ${token}` })).toBe(CloseCode.noSuchBoard)
  })

  it('refuses the upgrade to pages of other sites, even with a good cookie', async () => {
    const fixture = await appFixture()
    const board = await fixture.board()
    const { token } = await fixture.join(board, 'facilitator')
    const socket = new WebSocket(`ws://127.0.0.1:${fixture.app.port}/sync/${board.id}`, {
      headers: { cookie: `rb_${board.id}=${token}`, origin: 'https://evil.example' },
    })
    const [error] = (await once(socket, 'error')) as [Error]
    expect(error.message).toContain('403')
  })

  it('stops: open sockets are told to come back, and the port is free', async () => {
    const fixture = await appFixture()
    const board = await fixture.board()
    const { token } = await fixture.join(board, 'facilitator')
    const socket = new WebSocket(`ws://127.0.0.1:${fixture.app.port}/sync/${board.id}`, { headers: { authorization: `Bearer ${token}` } })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    await fixture.app.close()
    expect((await closed)[0]).toBe(CloseCode.restart)
    await expect(fixture.ask('/healthz')).rejects.toThrow('ECONNREFUSED')
  })
})
