import { afterEach, describe, expect, it } from 'vitest'
import { appFixture, closeApps, type Answer } from './app-fixture.ts'

afterEach(closeApps)

const cookieOf = ({ headers }: Answer): string => headers['set-cookie']?.[0] ?? ''

describe('joining by link', () => {
  it('gives the role of the key, a token, and a cookie that scripts and other sites cannot use', async () => {
    const { ask, board } = await appFixture()
    const made = await board()
    for (const role of ['facilitator', 'participant', 'viewer'] as const) {
      const answer = await ask(`/api/boards/${made.id}/join`, { body: { key: made.keys[role], name: '王芳' } })
      expect(answer).toMatchObject({ status: 200, json: { boardId: made.id, role } })
      expect(cookieOf(answer)).toMatch(new RegExp(`^rb_${made.id}=${answer.json.token.replace('.', '\\.')};`))
      expect(cookieOf(answer)).toContain('HttpOnly')
      expect(cookieOf(answer)).toContain('SameSite=Lax')
      expect(cookieOf(answer)).not.toContain('Secure')
    }
  })

  it('lets the cookie alone open the board afterwards', async () => {
    const { ask, board } = await appFixture()
    const made = await board()
    const cookie =
      cookieOf(await ask(`/api/boards/${made.id}/join`, { body: { key: made.keys.participant, name: 'Lin' } })).split(';')[0] ?? ''
    const { status, json } = await ask(`/api/boards/${made.id}`, { headers: { cookie } })
    expect({ status, me: json.session.me }).toMatchObject({ status: 200, me: { name: 'Lin', role: 'participant' } })
  })

  it('marks the cookie Secure under https: through a proxy on this machine, or at a PUBLIC_URL with https', async () => {
    const { ask, board } = await appFixture({ publicUrl: 'https://board.example.org' })
    const made = await board()
    const join = (headers: Record<string, string>) => ask(`/api/boards/${made.id}/join`, { body: { key: made.keys.viewer }, headers })
    expect(cookieOf(await join({ 'x-forwarded-proto': 'https' }))).toContain('Secure')
    expect(cookieOf(await join({ host: 'board.example.org' }))).toContain('Secure')
    expect(cookieOf(await join({ host: '192.168.1.7:3000' }))).not.toContain('Secure')
  })

  it('never demotes: who comes back through a weaker link stays the same person with the same role', async () => {
    const { board, join } = await appFixture()
    const made = await board()
    const first = await join(made, 'facilitator', 'Fang')
    const again = await join(made, 'viewer', undefined, first.token)
    expect(again).toEqual(first)
  })

  it('promotes through a stronger link, and keeps the name when none is given', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const first = await join(made, 'viewer', 'Lin')
    const again = await join(made, 'facilitator', undefined, first.token)
    expect(again).toEqual({ ...first, role: 'facilitator' })
    expect((await ask(`/api/boards/${made.id}`, { token: again.token })).json.session.me.name).toBe('Lin')
  })

  it('calls a newcomer without a name by their role, in the language of the board', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board({ locale: 'zh-CN' })
    const { token } = await join(made, 'facilitator')
    expect((await ask(`/api/boards/${made.id}`, { token })).json.session.me.name).toBe('主持人')
  })

  it('answers 403 to a key that is wrong, of another board, or of a link that was replaced', async () => {
    const { ask, board, store } = await appFixture()
    const [made, other] = [await board(), await board()]
    await store.setAccess(made.id, { generations: { facilitator: 1, participant: 2, viewer: 1 }, joinCode: 'FRESH2' })
    for (const key of [other.keys.facilitator, `f${made.keys.viewer.slice(1)}`, 'x', made.keys.participant]) {
      const { status, json } = await ask(`/api/boards/${made.id}/join`, { body: { key, name: 'Eve' } })
      expect({ status, code: json.error.code }, key).toEqual({ status: 403, code: 'not-allowed' })
    }
    expect((await ask(`/api/boards/${made.id}/join`, { body: { key: made.keys.viewer } })).status).toBe(200)
  })

  it('does not take over somebody whose token was forged: a newcomer gets an id of their own', async () => {
    const { board, join } = await appFixture()
    const made = await board()
    const first = await join(made, 'facilitator', 'Fang')
    const forged = await join(made, 'participant', 'Eve', `${first.participantId}.${'A'.repeat(22)}`)
    expect(forged.participantId).not.toBe(first.participantId)
    expect(forged.role).toBe('participant')
  })

  it('answers 400 to names that are empty or too long, and 404 without the board', async () => {
    const { ask, board } = await appFixture()
    const made = await board()
    for (const name of ['', '   ', 'x'.repeat(41), 7]) {
      expect((await ask(`/api/boards/${made.id}/join`, { body: { key: made.keys.viewer, name } })).status).toBe(400)
    }
    expect((await ask('/api/boards/nosuchboard2/join', { body: { key: made.keys.viewer } })).status).toBe(404)
  })
})

describe('joining by code', () => {
  it('admits participants, however the code is typed', async () => {
    const { ask, board } = await appFixture()
    const made = await board()
    for (const code of [made.joinCode, made.joinCode.toLowerCase().replace(' ', ''), ` ${made.joinCode.replace(' ', '-')} `]) {
      expect(await ask('/api/join', { body: { code, name: 'Lin' } })).toMatchObject({
        status: 200,
        json: { boardId: made.id, role: 'participant' },
      })
    }
  })

  it('answers 404 to a wrong code and 429 after twenty of them, and then to the right one too', async () => {
    const { ask, board } = await appFixture()
    const made = await board()
    for (let i = 0; i < 20; i++) expect((await ask('/api/join', { body: { code: 'AAAAAA' } })).status).toBe(404)
    for (const code of ['AAAAAA', made.joinCode]) {
      expect(await ask('/api/join', { body: { code } })).toMatchObject({ status: 429, json: { error: { code: 'too-many-requests' } } })
    }
  })

  it('lets a whole room behind one address in', async () => {
    const { ask, board } = await appFixture()
    const made = await board()
    for (let i = 0; i < 60; i++) expect((await ask('/api/join', { body: { code: made.joinCode, name: `P${i}` } })).status).toBe(200)
  })
})
