import { afterEach, describe, expect, it } from 'vitest'
import { appFixture, closeApps } from './app-fixture.ts'

afterEach(closeApps)

describe('making a board', () => {
  it('answers 201 with id, title, code, keys and links', async () => {
    const { ask } = await appFixture()
    const { status, json } = await ask('/api/boards', { body: { template: 'dilemma-remedy', locale: 'zh-CN' } })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      id: expect.stringMatching(/^[2-9a-z]{12}$/),
      title: '困境与对策共创研讨',
      joinCode: expect.stringMatching(/^\w{3} \w{3}$/),
    })
    expect(json.links.participant).toMatch(new RegExp(`/b/${json.id}#k=${json.keys.participant}$`))
    expect(new Set(Object.values(json.keys)).size).toBe(3)
  })

  it('stores the template with its agenda, so that the board is complete when somebody opens it', async () => {
    const { board, join, ask } = await appFixture()
    const made = await board({ template: 'dilemma-remedy', title: '  东街社区  ' })
    expect(made.title).toBe('东街社区')
    const { token } = await join(made, 'facilitator')
    const { json } = await ask(`/api/boards/${made.id}`, { token })
    expect(json).toMatchObject({ template: 'dilemma-remedy', locale: 'en', session: { phaseId: null, me: { role: 'facilitator' } } })
    expect(json.session.agenda.length).toBeGreaterThan(3)
  })

  it('takes the neutral wording for groups outside the party system', async () => {
    const { ask } = await appFixture()
    expect((await ask('/api/boards', { body: { template: 'dilemma-remedy', locale: 'en', wording: 'neutral' } })).status).toBe(201)
  })

  it('answers 400 and names the place when the request is not as described, without repeating it', async () => {
    const { ask } = await appFixture()
    const wrong = [
      {},
      { template: 'unknown', locale: 'en' },
      { template: 'blank', locale: 'fr' },
      { template: 'blank', locale: 'en', wording: 'loud' },
      { template: 'blank', locale: 'en', title: 'x'.repeat(121) },
      { template: 'blank', locale: 'en', title: '   ' },
      [],
    ]
    for (const body of wrong) {
      const { status, json } = await ask('/api/boards', { body })
      expect({ status, code: json.error.code }, JSON.stringify(body)).toEqual({ status: 400, code: 'bad-request' })
    }
    const { json } = await ask('/api/boards', { body: { template: 'secret-value', locale: 'en' } })
    expect(json.error.message).toContain('template')
    expect(json.error.message).not.toContain('secret-value')
  })

  it('needs CREATE_KEY where it is set: 403 without and with a wrong one', async () => {
    const { ask } = await appFixture({ createKey: 'open sesame' })
    const body = { template: 'blank', locale: 'en' }
    expect((await ask('/api/boards', { body })).status).toBe(403)
    expect((await ask('/api/boards', { body, headers: { 'x-create-key': 'open sesam' } })).status).toBe(403)
    expect((await ask('/api/boards', { body, headers: { 'x-create-key': 'open sesame' } })).status).toBe(201)
    expect((await ask('/api/config')).json).toEqual({ tldrawLicenseKey: null, createKeyRequired: true, version: '0.0.0' })
  })

  it('answers 429 after twenty wrong CREATE_KEYs in a minute', async () => {
    const { ask } = await appFixture({ createKey: 'open sesame' })
    const body = { template: 'blank', locale: 'en' }
    for (let i = 0; i < 20; i++) expect((await ask('/api/boards', { body })).status).toBe(403)
    const { status, json, headers } = await ask('/api/boards', { body, headers: { 'x-create-key': 'open sesame' } })
    expect({ status, code: json.error.code }).toEqual({ status: 429, code: 'too-many-requests' })
    expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('reading a board', () => {
  it('answers 404 for a board that does not exist, whatever its id looks like', async () => {
    const { ask } = await appFixture()
    for (const id of ['nosuchboard2', '..%2f..%2fetc', '%00', 'x'.repeat(500), '__proto__']) {
      const { status, json } = await ask(`/api/boards/${id}`)
      expect({ status, code: json.error.code }, id).toEqual({ status: 404, code: 'not-found' })
    }
  })

  it('answers 401 without a token, with a forged one, and with one of another board', async () => {
    const { ask, board, join } = await appFixture()
    const [mine, other] = [await board(), await board()]
    const { token, participantId } = await join(other, 'facilitator')
    for (const wrong of [undefined, token, `${participantId}.${'A'.repeat(22)}`, 'x', '.', 'constructor.x']) {
      const { status, json } = await ask(`/api/boards/${mine.id}`, wrong === undefined ? {} : { token: wrong })
      expect({ status, code: json.error.code }, wrong).toEqual({ status: 401, code: 'not-signed-in' })
    }
  })

  it('shows the roster to facilitators only, and the join code to nobody who may only look', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const read = async (role: 'facilitator' | 'participant' | 'viewer') =>
      (await ask(`/api/boards/${made.id}`, { token: (await join(made, role, role)).token })).json
    const facilitator = await read('facilitator')
    expect(facilitator.session.roster).toHaveLength(1)
    expect(facilitator.joinCode).toBe(made.joinCode)
    const participant = await read('participant')
    expect(participant.session).not.toHaveProperty('roster')
    expect(participant.joinCode).toBe(made.joinCode)
    expect((await read('viewer')).joinCode).toBe('')
  })

  it('gives the links to facilitators, and 403 to everybody else', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const path = `/api/boards/${made.id}/links`
    const { json } = await ask(path, { token: (await join(made, 'facilitator')).token })
    expect(json).toEqual({ joinCode: made.joinCode, joinUrl: json.links.participant, links: made.links })
    for (const role of ['participant', 'viewer'] as const) {
      const { status, json: refused } = await ask(path, { token: (await join(made, role)).token })
      expect({ status, code: refused.error.code }).toEqual({ status: 403, code: 'not-allowed' })
    }
  })
})

describe('commands', () => {
  it('set the phase and start its timer for facilitators; the same again changes nothing', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board({ template: 'dilemma-remedy' })
    const { token } = await join(made, 'facilitator')
    const before = (await ask(`/api/boards/${made.id}`, { token })).json.session
    const command = { type: 'set-phase', phaseId: before.agenda[0].id }
    const first = await ask(`/api/boards/${made.id}/commands`, { token, body: command })
    expect(first).toMatchObject({ status: 200, json: { version: before.version + 2 } })
    expect((await ask(`/api/boards/${made.id}/commands`, { token, body: command })).json).toEqual(first.json)
    const after = (await ask(`/api/boards/${made.id}`, { token })).json.session
    expect(after).toMatchObject({ phaseId: before.agenda[0].id, timer: { state: 'running' } })
  })

  it('answer 403 to participants and viewers who touch the agenda or the timer', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    for (const role of ['participant', 'viewer'] as const) {
      const { token } = await join(made, role)
      const { status } = await ask(`/api/boards/${made.id}/commands`, { token, body: { type: 'set-timer', remainingMs: 1, running: true } })
      expect(status).toBe(403)
    }
  })

  it('answer 422 for a phase that the agenda does not have, and 400 for what is no command', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'facilitator')
    const path = `/api/boards/${made.id}/commands`
    expect(await ask(path, { token, body: { type: 'set-phase', phaseId: 'lunch' } })).toMatchObject({
      status: 422,
      json: { error: { code: 'unprocessable' } },
    })
    expect((await ask(path, { token, body: { type: 'launch' } })).status).toBe(400)
    expect((await ask(path, { token, body: { type: 'set-timer', remainingMs: -1, running: true } })).status).toBe(400)
  })

  it('let everybody change their own name', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'participant', 'Lin')
    await ask(`/api/boards/${made.id}/commands`, { token, body: { type: 'set-name', name: ' 林娜 ' } })
    expect((await ask(`/api/boards/${made.id}`, { token })).json.session.me.name).toBe('林娜')
  })
})
