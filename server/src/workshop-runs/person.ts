import type { JoinResponse } from '@remedyboard/shared/protocol/api'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { SessionView } from '@remedyboard/shared/workshop/view'
import { WebSocket } from 'ws'

/** A person with a device: what they send by HTTP, and every byte that the server ever sends them. */
export class Person {
  readonly id: string
  readonly received: Buffer[] = []
  readonly #token: string
  readonly #boardId: string
  readonly #port: number
  #socket: WebSocket | undefined

  constructor(port: number, boardId: string, { participantId, token }: JoinResponse) {
    this.#port = port
    this.#boardId = boardId
    this.id = participantId
    this.#token = token
  }

  async connect(): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/sync/${this.#boardId}`, {
      headers: { authorization: `Bearer ${this.#token}` },
    })
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.received.push(data))
    await new Promise((resolve, reject) => {
      socket.once('message', resolve).once('error', reject)
      socket.once('close', (code) => reject(new Error(`closed with ${code}`)))
    })
    // An empty state vector: everything that is on the board.
    socket.send(Buffer.from([0, 0, 1, 0]))
  }

  /** The phone falls asleep, and wakes up. */
  async reconnect(): Promise<void> {
    this.#socket?.terminate()
    await this.connect()
  }

  async send(command: WorkshopCommand): Promise<number> {
    const { status } = await ask(this.#port, `/api/boards/${this.#boardId}/commands`, { body: command, token: this.#token })
    return status
  }

  async view(): Promise<SessionView> {
    const { json, bytes } = await ask(this.#port, `/api/boards/${this.#boardId}`, { token: this.#token })
    this.received.push(bytes)
    return (json as { session: SessionView }).session
  }

  hasReceived(marker: string): boolean {
    return this.received.some((bytes) => bytes.includes(marker))
  }

  leave(): void {
    this.#socket?.terminate()
  }
}

/** One request with a JSON answer; `bytes` as they came. */
export async function ask(port: number, path: string, { body, token }: { body?: unknown; token?: string }) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, json: JSON.parse(bytes.toString()) as unknown, bytes }
}
