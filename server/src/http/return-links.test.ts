import { afterEach, describe, expect, it } from 'vitest'
import { ManualClock } from '../room/manual-clock.ts'
import { appFixture, closeApps, type Answer, type AppFixture } from './app-fixture.ts'

afterEach(closeApps)

const TEN_MINUTES = 10 * 60_000

/** A board with a facilitator and Lin, who has lost their phone. */
async function scene(clock = new ManualClock()) {
  const app: AppFixture = await appFixture({}, [], { clock })
  const made = await app.board()
  const at = `/api/boards/${made.id}`
  const fang = await app.join(made, 'facilitator', 'Fang')
  const lin = await app.join(made, 'participant', 'Lin')
  const keyOf = ({ json }: Answer): string => String(json.link).split('#k=')[1] ?? ''
  return {
    ...app,
    clock,
    made,
    at,
    fang,
    lin,
    link: (personId = lin.participantId, token = fang.token) => app.ask(`${at}/people/${personId}/return-link`, { body: {}, token }),
    key: async (personId?: string) =>
      keyOf(await app.ask(`${at}/people/${personId ?? lin.participantId}/return-link`, { body: {}, token: fang.token })),
    open: (key: string, token?: string) => app.ask(`${at}/join`, { body: { key }, ...(token === undefined ? {} : { token }) }),
    command: (body: unknown, token = fang.token) => app.ask(`${at}/commands`, { body, token }),
  }
}

describe('a return link', () => {
  it('[R48] brings somebody back on another device as who they were, with their hidden notes and their ballot', async () => {
    const { link, open, command, ask, at, lin, clock } = await scene()
    const phase = {
      id: 'w',
      name: { en: 'W', zh: 'W' },
      instruction: { en: '', zh: '' },
      minutes: 1,
      area: '',
      can: ['vote'],
      privacy: 'hidden',
    }
    await command({ type: 'set-agenda', agenda: [phase] })
    await command({ type: 'set-phase', phaseId: 'w' })
    await command({ type: 'write-draft', phaseId: 'w', id: 'd1', text: '漏水' }, lin.token)
    await command({ type: 'open-round', id: 'r1', kind: 'dots', title: '', cards: ['shape:1'], budget: 2, cap: 2 })
    await command({ type: 'cast-ballot', roundId: 'r1', marks: { 'shape:1': 2 } }, lin.token)
    const made = await link()
    expect(made).toMatchObject({ status: 200, json: { expiresAt: clock.now() + TEN_MINUTES } })
    expect(made.json.link).toMatch(new RegExp(`/b/${lin.boardId}#k=r${lin.participantId}\\.`))
    const back = await open(made.json.link.split('#k=')[1])
    expect(back).toMatchObject({ status: 200, json: lin })
    expect(back.headers['set-cookie']?.[0]).toContain('HttpOnly')
    const { me } = (await ask(at, { token: back.json.token })).json.session
    expect(me).toMatchObject({ name: 'Lin', drafts: [{ id: 'd1', text: '漏水' }], ballot: { 'shape:1': 2 } })
  })

  it('[R48] is good once, also when two devices open it at the same moment, and ends the others that were made', async () => {
    const { key, open, fang, ask, at } = await scene()
    const [first, second] = [await key(), await key()]
    const answers = await Promise.all([open(first), open(first)])
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403])
    for (const used of [first, second]) expect(await open(used)).toMatchObject({ status: 403, json: { error: { code: 'not-allowed' } } })
    // The other facilitators see it.
    const { roster } = (await ask(at, { token: fang.token })).json.session
    expect(roster.map(({ name, returns }: { name: string; returns?: number }) => [name, returns])).toEqual([
      ['Fang', undefined],
      ['Lin', 1],
    ])
    expect((await open(await key())).status).toBe(200)
  })

  it('[R48] ends after ten minutes', async () => {
    const { key, open, clock } = await scene()
    const made = await key()
    clock.advance(TEN_MINUTES)
    expect((await open(made)).status).toBe(200)
    const late = await key()
    clock.advance(TEN_MINUTES + 1)
    expect((await open(late)).status).toBe(403)
  })

  it('[R48] cannot be forged: another person, a later end, another board, a cut proof', async () => {
    const { key, open, fang, board, join, ask, lin } = await scene()
    const good = await key()
    const [head = '', end = '', proof = ''] = good.split('.')
    const later = (Number.parseInt(end, 36) + 1_000).toString(36)
    const forged = [
      `r${fang.participantId}.${end}.${proof}`,
      `${head}.${later}.${proof}`,
      `${head}.${end}.`,
      `${head}.${end}.${proof.slice(1)}`,
      'r',
      'r..',
      head,
    ]
    for (const wrong of forged) expect((await open(wrong)).status, wrong).toBe(403)
    const other = await board()
    await join(other, 'facilitator', 'Eve')
    expect((await ask(`/api/boards/${other.id}/join`, { body: { key: good } })).status).toBe(403)
    expect(await open(good)).toMatchObject({ status: 200, json: { participantId: lin.participantId } })
  })

  it('[R48] is dead when its person was removed, also when they joined again', async () => {
    const { key, open, command, join, made, lin, clock } = await scene()
    const link = await key()
    await command({ type: 'remove-person', id: lin.participantId })
    expect((await open(link)).status).toBe(403)
    clock.advance(1)
    const again = await join(made, 'participant', 'Lin', lin.token)
    expect(again.participantId).toBe(lin.participantId)
    expect((await open(link)).status).toBe(403)
  })

  it('[R48] makes whoever holds it that person and nobody else: the own cookie does not matter, the entry may be closed', async () => {
    const { key, open, command, fang, lin } = await scene()
    await command({ type: 'set-entry', open: false })
    expect(await open(await key(), fang.token)).toMatchObject({ status: 200, json: lin })
  })

  it('[R48] is made by facilitators only, and for people on the roster only', async () => {
    const { link, lin, ask, at } = await scene()
    expect((await link(lin.participantId, lin.token)).status).toBe(403)
    expect((await ask(`${at}/people/${lin.participantId}/return-link`, { body: {} })).status).toBe(401)
    for (const nobody of ['nobody', 'constructor', '__proto__']) expect((await link(nobody)).status).toBe(404)
  })

  it('[R48] stays out of the log of the server', async () => {
    const { key, open, log } = await scene()
    const made = await key()
    await open(made)
    expect(log()).not.toContain(made)
    expect(log()).not.toContain(made.split('.')[2])
  })
})
