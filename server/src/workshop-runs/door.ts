import { setTimeout as pause } from 'node:timers/promises'
import type { CreateBoardResponse, JoinResponse, ReturnLinkResponse, TemplateId } from '@remedyboard/shared/protocol/api'
import { ask } from './person.ts'

/** A server that is gone for longer does not come back. */
const PATIENCE_MS = 60_000
const RETRY_MS = 50

/** How people get in, whether the server is there at the moment or not. */
export class Door {
  readonly #port: () => number
  readonly #board: CreateBoardResponse

  private constructor(port: () => number, board: CreateBoardResponse) {
    this.#port = port
    this.#board = board
  }

  static async build(port: () => number, template: TemplateId): Promise<Door> {
    const { json } = await patiently(port, '/api/boards', { body: { template, locale: 'zh-CN' } })
    return new Door(port, json as CreateBoardResponse) // our own server's words
  }

  get boardId(): string {
    return this.#board.id
  }

  /** Number 0 is the facilitator; half of the others type the code. Whose answer is lost joins again, and is on the roster twice, as in life. */
  async join(number: number, name: string): Promise<JoinResponse> {
    const { id, keys, joinCode } = this.#board
    const key = number === 0 ? keys.facilitator : keys.participant
    const { json } =
      number % 2 === 0
        ? await patiently(this.#port, `/api/boards/${id}/join`, { body: { key, name } })
        : await patiently(this.#port, '/api/join', { body: { code: joinCode, name } })
    return json as JoinResponse
  }

  /** Somebody with another phone, through a link that a facilitator makes for them. Each link is good once. */
  async comeBack(facilitatorToken: string, personId: string): Promise<JoinResponse> {
    const { id } = this.#board
    for (;;) {
      const made = await patiently(this.#port, `/api/boards/${id}/people/${personId}/return-link`, { body: {}, token: facilitatorToken })
      const key = new URL((made.json as ReturnLinkResponse).link).hash.replace('#k=', '')
      const { status, json } = await patiently(this.#port, `/api/boards/${id}/join`, { body: { key } }, [403])
      if (status === 200) return json as JoinResponse
      // It let them in, but its answer was lost with the server.
    }
  }
}

/** Asks until there is an answer that the server means. */
async function patiently(port: () => number, path: string, request: { body: unknown; token?: string }, expected: readonly number[] = []) {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const answer = await ask(port(), path, request).catch(() => null)
    if (answer && (answer.status < 300 || expected.includes(answer.status))) return answer
    if (answer && answer.status < 500) throw new Error(`${path} was answered with ${answer.status}`)
    if (Date.now() > deadline) throw new Error(`${path} was not answered`)
    await pause(RETRY_MS)
  }
}
