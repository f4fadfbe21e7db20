import { afterEach, describe, expect, it } from 'vitest'
import { appFixture, closeApps } from './app-fixture.ts'

afterEach(closeApps)

// A thread starts slowly while other tests fill the machine.
describe('POST /api/boards/:id/font-subset', { timeout: 30_000 }, () => {
  it('gives everybody on the board a font with the characters', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'viewer')
    const answer = await ask(`/api/boards/${made.id}/font-subset`, { body: { text: '困境' }, token })
    expect(answer.status).toBe(200)
    const { faces } = answer.json as { faces: { unicodeRange: string; woff2: string }[] }
    expect(faces.map(({ unicodeRange }) => unicodeRange).join()).toContain('U+56F0')
    expect(
      Buffer.from(faces[0]?.woff2 ?? '', 'base64')
        .subarray(0, 4)
        .toString(),
    ).toBe('wOF2')
  })

  it('refuses strangers and impossible texts', async () => {
    const { ask, board, join } = await appFixture()
    const made = await board()
    const { token } = await join(made, 'participant')
    const path = `/api/boards/${made.id}/font-subset`
    expect((await ask(path, { body: { text: '困' } })).status).toBe(401)
    expect((await ask(path, { body: { text: '' }, token })).status).toBe(400)
    expect((await ask(path, { body: { text: 'x'.repeat(8_001) }, token })).status).toBe(400)
  })
})
