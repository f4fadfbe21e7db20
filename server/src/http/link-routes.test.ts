import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { appFixture, closeApps, type AppFixture } from './app-fixture.ts'

afterEach(closeApps)

/** A socket that the room has let in. */
async function connect({ app }: AppFixture, boardId: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${app.port}/sync/${boardId}`, { headers: { authorization: `Bearer ${token}` } })
  await once(socket, 'message')
  return socket
}

describe('replacing a link', () => {
  it('makes the old one worthless at once, leaves the others and those inside alone', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const facilitator = await join(made, 'facilitator', 'Fang')
    const viewer = await join(made, 'viewer', 'Lin')
    const { status, json } = await ask(`/api/boards/${made.id}/links/viewer/rotate`, { token: facilitator.token, body: {} })
    expect(status).toBe(200)
    expect(json.links).toEqual({ ...made.links, viewer: expect.not.stringContaining(made.keys.viewer) })
    expect(json.joinCode).toBe(made.joinCode)

    const joinWith = (key: string) => ask(`/api/boards/${made.id}/join`, { body: { key, name: 'Eve' } })
    expect((await joinWith(made.keys.viewer)).status).toBe(403)
    expect((await joinWith(made.keys.participant)).status).toBe(200)
    expect((await joinWith(json.links.viewer.split('#k=')[1])).json.role).toBe('viewer')
    expect((await ask(`/api/boards/${made.id}`, { token: viewer.token })).status).toBe(200)
  })

  it('of participants replaces the join code too, which opens the same door', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'facilitator')
    const { json } = await ask(`/api/boards/${made.id}/links/participant/rotate`, { token, body: {} })
    expect(json.joinCode).not.toBe(made.joinCode)
    expect((await ask('/api/join', { body: { code: made.joinCode } })).status).toBe(404)
    expect((await ask('/api/join', { body: { code: json.joinCode } })).status).toBe(200)
  })

  it('tells everybody that the links are others now, but not which', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'facilitator')
    const linksVersion = async () => (await ask(`/api/boards/${made.id}`, { token })).json.session.linksVersion
    const before = await linksVersion()
    await ask(`/api/boards/${made.id}/links/viewer/rotate`, { token, body: {} })
    expect(await linksVersion()).toBe(before + 1)
  })

  it('with evict puts out everybody who came by it, and nobody else', async () => {
    const fixture = await appFixture()
    const { ask, board, join } = fixture
    const made = await board()
    const [facilitator, first, second, viewer] = [
      await join(made, 'facilitator'),
      await join(made, 'participant', 'Lin'),
      await join(made, 'participant', 'Hao'),
      await join(made, 'viewer'),
    ]
    const evicted = await connect(fixture, made.id, first.token)
    const watching = await connect(fixture, made.id, viewer.token)
    const closed = once(evicted, 'close')
    const { json } = await ask(`/api/boards/${made.id}/links/participant/rotate`, { token: facilitator.token, body: { evict: true } })
    expect((await closed)[0]).toBe(CloseCode.removed)
    expect(watching.readyState).toBe(WebSocket.OPEN)
    for (const { token } of [first, second]) expect((await ask(`/api/boards/${made.id}`, { token })).status).toBe(401)
    const { roster } = (await ask(`/api/boards/${made.id}`, { token: facilitator.token })).json.session
    expect(roster.map(({ id }: { id: string }) => id)).toEqual([facilitator.participantId, viewer.participantId])

    // Whoever gets the new link comes back as the same person.
    const back = await ask(`/api/boards/${made.id}/join`, {
      token: first.token,
      body: { key: json.links.participant.split('#k=')[1], name: 'Lin' },
    })
    expect(back.json).toEqual(first)
  })

  it('with evict takes hidden notes and ballots along: whoever comes back finds none of theirs, and none is revealed or counted', async () => {
    const { ask, board, join, store } = await appFixture()
    const made = await board()
    const at = `/api/boards/${made.id}`
    const [fang, lin] = [await join(made, 'facilitator', 'Fang'), await join(made, 'participant', 'Lin')]
    const command = async (body: object, token = fang.token) => ask(`${at}/commands`, { body, token })
    const texts = { name: { en: 'W', zh: 'W' }, instruction: { en: '', zh: '' } }
    await command({ type: 'set-agenda', agenda: [{ id: 'w', ...texts, minutes: 1, area: '', can: ['vote'], privacy: 'hidden' }] })
    await command({ type: 'set-phase', phaseId: 'w' })
    await command({ type: 'open-round', id: 'r1', kind: 'dots', title: '', cards: ['shape:1'], budget: 2, cap: 2 })
    await command({ type: 'write-draft', phaseId: 'w', id: 'd1', text: '漏水' }, lin.token)
    await command({ type: 'cast-ballot', roundId: 'r1', marks: { 'shape:1': 2 } }, lin.token)
    await ask(`${at}/links/participant/rotate`, { token: fang.token, body: { evict: true } })
    expect((await store.load(made.id))?.sealed.size).toBe(0)
    const { session } = (await ask(at, { token: fang.token })).json
    expect([session.writing, session.round.ballots, session.unrevealed]).toEqual([{ notes: 0, people: 0 }, 0, []])
  })

  it('of facilitators leaves in whoever asks', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const [asking, other] = [await join(made, 'facilitator'), await join(made, 'facilitator')]
    const answer = await ask(`/api/boards/${made.id}/links/facilitator/rotate`, { token: asking.token, body: { evict: true } })
    expect(answer.status).toBe(200)
    expect((await ask(`/api/boards/${made.id}/links`, { token: asking.token })).json).toEqual(answer.json)
    expect((await ask(`/api/boards/${made.id}/links`, { token: other.token })).status).toBe(401)
  })

  it('is for facilitators: 403 for others, 401 for strangers, 404 for roles that do not exist, 400 for nonsense', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const rotate = (role: string, token?: string, body: object = {}) =>
      ask(`/api/boards/${made.id}/links/${role}/rotate`, { body, ...(token === undefined ? {} : { token }) })
    for (const role of ['participant', 'viewer'] as const) expect((await rotate('viewer', (await join(made, role)).token)).status).toBe(403)
    expect((await rotate('viewer')).status).toBe(401)
    const { token } = await join(made, 'facilitator')
    expect((await rotate('owner', token)).status).toBe(404)
    expect((await rotate('viewer', token, { evict: 'yes' })).status).toBe(400)
  })
})
