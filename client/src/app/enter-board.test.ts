import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor } from '@remedyboard/shared/workshop/view'
import type { BoardResponse, JoinResponse } from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from '../session/api-client.ts'
import { enterBoard } from './enter-board.ts'

const boardAs = (role: Role): BoardResponse => ({
  id: 'b1',
  title: 'T',
  template: 'blank',
  locale: 'en',
  joinCode: 'ABC123',
  session: {
    ...sharedViewFor(EMPTY_WORKSHOP, new Map(), role),
    me: { id: 'p1', name: 'Li', role, ready: false, drafts: [], groupDrafts: [], ballot: null },
  },
})

/** A server that knows this person in a role (null = not at all), and keys by the role they give. */
function server(role: Role | null, keys: Record<string, Role> = {}) {
  const joins: unknown[] = []
  let current = role
  return {
    joins,
    getBoard: async () => {
      if (!current) throw new ApiFailure(401, 'not-signed-in', '')
      return boardAs(current)
    },
    join: async (id: string, { key, name }: { key: string; name?: string }): Promise<JoinResponse> => {
      joins.push({ id, key, name })
      const gives = keys[key]
      if (!gives) throw new ApiFailure(403, 'not-allowed', '')
      current = gives
      return { boardId: id, participantId: 'p1', role: gives, token: 't' }
    },
  }
}

const failing = (status: number) => ({
  getBoard: async () => {
    throw new ApiFailure(status, status === 0 ? 'offline' : 'internal', '')
  },
  join: async () => {
    throw new ApiFailure(500, 'internal', '')
  },
})

describe('enterBoard', () => {
  it('opens by cookie', async () => {
    expect(await enterBoard(server('participant'), 'b1', null)).toMatchObject({ state: 'open' })
  })

  it('a stranger with a key is asked for a name, without one is refused', async () => {
    expect(await enterBoard(server(null), 'b1', 'k')).toEqual({ state: 'asking', key: 'k' })
    expect(await enterBoard(server(null), 'b1', null)).toEqual({ state: 'refused', reason: 'not-allowed' })
  })

  it('a stronger key makes a participant a facilitator, under the same name', async () => {
    const api = server('participant', { f: 'facilitator' })
    expect(await enterBoard(api, 'b1', 'f')).toMatchObject({ state: 'open', board: { session: { me: { role: 'facilitator' } } } })
    expect(api.joins).toEqual([{ id: 'b1', key: 'f', name: 'Li' }])
  })

  it('a facilitator needs no other key, and a bad key takes nothing away', async () => {
    const facilitator = server('facilitator')
    await enterBoard(facilitator, 'b1', 'p')
    expect(facilitator.joins).toEqual([])
    expect(await enterBoard(server('participant'), 'b1', 'old')).toMatchObject({ state: 'open' })
  })

  it('says why it could not', async () => {
    const reasons = [0, 404, 500].map(async (status) => enterBoard(failing(status), 'b1', 'k'))
    expect(await Promise.all(reasons)).toEqual([
      { state: 'refused', reason: 'unreachable' },
      { state: 'refused', reason: 'no-such-board' },
      { state: 'refused', reason: 'failed' },
    ])
  })

  it('without a connection, as this browser last saw the board', async () => {
    expect(await enterBoard(failing(0), 'b1', null, () => boardAs('participant'))).toMatchObject({ state: 'open' })
    expect(await enterBoard(failing(500), 'b1', null, () => boardAs('participant'))).toEqual({ state: 'refused', reason: 'failed' })
  })

  it('opens a link that brings somebody back without asking for a name, whoever this browser was before', async () => {
    const stranger = server(null, { 'rp1.x.y': 'participant' })
    expect(await enterBoard(stranger, 'b1', 'rp1.x.y')).toMatchObject({ state: 'open' })
    expect(stranger.joins).toEqual([{ id: 'b1', key: 'rp1.x.y', name: undefined }])
    const facilitator = server('facilitator', { 'rp1.x.y': 'participant' })
    expect(await enterBoard(facilitator, 'b1', 'rp1.x.y')).toMatchObject({
      state: 'open',
      board: { session: { me: { role: 'participant' } } },
    })
  })

  it('opens the board with the cookie when the link was used in this browser already, and says so to strangers', async () => {
    expect(await enterBoard(server('participant'), 'b1', 'rp1.x.y')).toMatchObject({ state: 'open' })
    expect(await enterBoard(server(null), 'b1', 'rp1.x.y')).toEqual({ state: 'refused', reason: 'not-allowed' })
  })
})
