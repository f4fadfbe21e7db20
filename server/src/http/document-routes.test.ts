import { readBoard } from '@remedyboard/shared/board/document-reader'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { appFixture, closeApps } from './app-fixture.ts'

afterEach(closeApps)

async function fetchDocument(port: number, id: string, headers: Record<string, string>): Promise<Response> {
  return await fetch(`http://127.0.0.1:${port}/api/boards/${id}/document`, { headers })
}

describe('the document of a board', () => {
  it('is all of the board, packed for whoever can unpack it, also for viewers', async () => {
    const { app, board, join } = await appFixture()
    const made = await board({ template: 'dilemma-remedy' })
    const { token } = await join(made, 'viewer')
    const packed = await fetchDocument(app.port, made.id, { authorization: `Bearer ${token}` })
    expect([packed.status, packed.headers.get('content-encoding'), packed.headers.get('cache-control')]).toEqual([200, 'gzip', 'no-store'])
    const plain = await fetchDocument(app.port, made.id, { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' })
    expect([plain.status, plain.headers.get('content-encoding')]).toEqual([200, null])
    for (const answer of [packed, plain]) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
      expect(readBoard(doc).filter(({ type }) => type === 'card').length).toBeGreaterThan(20)
    }
  })

  it('is for those who joined, and not again and again', async () => {
    const { app, board, join } = await appFixture()
    const [made, other] = [await board(), await board()]
    const { token } = await join(other, 'participant')
    expect((await fetchDocument(app.port, made.id, {})).status).toBe(401)
    expect((await fetchDocument(app.port, made.id, { authorization: `Bearer ${token}` })).status).toBe(401)
    expect((await fetchDocument(app.port, 'nosuchboard2', { authorization: `Bearer ${token}` })).status).toBe(404)
    const statuses = new Set<number>()
    for (let i = 0; i < 31; i++) statuses.add((await fetchDocument(app.port, other.id, { authorization: `Bearer ${token}` })).status)
    expect([...statuses]).toEqual([200, 429])
  })
})
