import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { appFixture, closeApps } from './app-fixture.ts'

afterEach(closeApps)

/** A board with one person of each role, and short ways to command and to look. */
async function workshop() {
  const fixture = await appFixture()
  const { ask, board, join } = fixture
  const made = await board()
  const facilitator = await join(made, 'facilitator', 'Fang')
  const participant = await join(made, 'participant', 'Lin')
  const viewer = await join(made, 'viewer', 'Hao')
  return {
    ...fixture,
    made,
    facilitator,
    participant,
    viewer,
    command: (token: string, body: object) => ask(`/api/boards/${made.id}/commands`, { token, body }),
    see: (token: string) => ask(`/api/boards/${made.id}`, { token }),
    arrive: (role: 'facilitator' | 'participant' | 'viewer') =>
      ask(`/api/boards/${made.id}/join`, { body: { key: made.keys[role], name: 'New' } }),
  }
}

describe('set-role', () => {
  it('changes at once what somebody may do and see', async () => {
    const { command, see, ask, made, facilitator, participant } = await workshop()
    const set = (role: string) => command(facilitator.token, { type: 'set-role', id: participant.participantId, role })
    expect((await set('facilitator')).status).toBe(200)
    expect((await ask(`/api/boards/${made.id}/links`, { token: participant.token })).status).toBe(200)
    expect((await set('viewer')).status).toBe(200)
    expect((await see(participant.token)).json).toMatchObject({ joinCode: '', session: { me: { role: 'viewer' } } })
    expect((await ask(`/api/boards/${made.id}/links`, { token: participant.token })).status).toBe(403)
  })

  it('is for facilitators, of people on the board, with roles that exist, and never takes the last facilitator', async () => {
    const { command, facilitator, participant, viewer } = await workshop()
    const set = (token: string, id: string, role: string) => command(token, { type: 'set-role', id, role })
    for (const { token, participantId } of [participant, viewer]) {
      expect((await set(token, participantId, 'facilitator')).status).toBe(403)
    }
    expect((await set(facilitator.token, 'nobody', 'viewer')).status).toBe(404)
    expect((await set(facilitator.token, viewer.participantId, 'owner')).status).toBe(400)
    expect((await set(facilitator.token, facilitator.participantId, 'viewer')).status).toBe(422)
    expect((await command(facilitator.token, { type: 'remove-person', id: facilitator.participantId })).status).toBe(422)
  })

  it('yields to the facilitators’ link, and to no other', async () => {
    const { command, join, made, facilitator, participant } = await workshop()
    await command(facilitator.token, { type: 'set-role', id: participant.participantId, role: 'viewer' })
    expect((await join(made, 'participant', undefined, participant.token)).role).toBe('viewer')
    expect((await join(made, 'facilitator', undefined, participant.token)).role).toBe('facilitator')
  })
})

describe('remove-person', () => {
  it('closes their sockets with 4403; a current link lets them in again', async () => {
    const { app, command, see, join, made, facilitator, participant } = await workshop()
    const socket = new WebSocket(`ws://127.0.0.1:${app.port}/sync/${made.id}`, {
      headers: { authorization: `Bearer ${participant.token}` },
    })
    await once(socket, 'message')
    const closed = once(socket, 'close')
    await command(facilitator.token, { type: 'remove-person', id: participant.participantId })
    expect((await closed)[0]).toBe(CloseCode.removed)
    expect((await see(participant.token)).status).toBe(401)
    expect(await join(made, 'participant', 'Lin', participant.token)).toEqual(participant)
  })

  it('is for facilitators; the same again changes nothing', async () => {
    const { command, facilitator, participant, viewer } = await workshop()
    const remove = (token: string) => command(token, { type: 'remove-person', id: viewer.participantId })
    expect((await remove(participant.token)).status).toBe(403)
    const first = await remove(facilitator.token)
    expect((await remove(facilitator.token)).json).toEqual(first.json)
  })
})

describe('set-entry', () => {
  it('keeps newcomers out by link and by code, while those inside stay and come back', async () => {
    const { ask, command, see, join, arrive, made, facilitator, participant } = await workshop()
    expect((await command(participant.token, { type: 'set-entry', open: false })).status).toBe(403)
    await command(facilitator.token, { type: 'set-entry', open: false })
    for (const answer of [await arrive('participant'), await arrive('viewer'), await ask('/api/join', { body: { code: made.joinCode } })]) {
      expect({ status: answer.status, code: answer.json.error.code }).toEqual({ status: 403, code: 'entry-closed' })
    }
    expect((await see(participant.token)).json.session.entryOpen).toBe(false)
    expect((await join(made, 'participant', undefined, participant.token)).role).toBe('participant')

    await command(facilitator.token, { type: 'set-entry', open: true })
    expect((await arrive('participant')).status).toBe(200)
  })

  it('does not lock facilitators out, or nobody could open it again', async () => {
    const { command, arrive, facilitator } = await workshop()
    await command(facilitator.token, { type: 'set-entry', open: false })
    expect((await arrive('facilitator')).json.role).toBe('facilitator')
  })

  it('does not count waiting at the door as guessing codes', async () => {
    const { ask, command, made, facilitator } = await workshop()
    await command(facilitator.token, { type: 'set-entry', open: false })
    for (let i = 0; i < 25; i++) expect((await ask('/api/join', { body: { code: made.joinCode } })).status).toBe(403)
  })
})

describe('a viewer', () => {
  it('reads the board, and changes nothing of the workshop, its links, its people or its images', async () => {
    const { ask, command, see, made, viewer, participant } = await workshop()
    expect((await see(viewer.token)).status).toBe(200)
    const commands = [
      { type: 'set-phase', phaseId: null },
      { type: 'set-timer', remainingMs: 1_000, running: true },
      { type: 'set-role', id: viewer.participantId, role: 'participant' },
      { type: 'remove-person', id: participant.participantId },
      { type: 'set-entry', open: false },
    ]
    for (const each of commands) expect((await command(viewer.token, each)).status, each.type).toBe(403)
    expect((await ask(`/api/boards/${made.id}/links`, { token: viewer.token })).status).toBe(403)
    expect((await ask(`/api/boards/${made.id}/links/viewer/rotate`, { token: viewer.token, body: {} })).status).toBe(403)
    const image = await ask(`/api/boards/${made.id}/assets`, {
      token: viewer.token,
      body: Buffer.from('GIF89a'),
      headers: { 'content-type': 'image/gif' },
    })
    expect(image.status).toBe(403)
  })
})
