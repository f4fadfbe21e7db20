import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Random } from './seeded-random.ts'

/** What may happen to a request on its way. */
export type Loss = 'none' | 'cut after sending' | 'answer lost'

/** An answer after which the same command may be sent again: a busy server, or a line that was too slow for it. */
const isPassing = (status: number): boolean => status === 429 || status === 408 || status >= 500

/** Between tries, while the server is away or busy. In ms. */
const RETRY_MS = { least: 10, more: 90 }
/** A server that is gone for longer does not come back. */
const PATIENCE_MS = 60_000

export interface Post {
  /** where the server is now */
  port: () => number
  boardId: string
  token: string
  random: Random
  /** decides for each request */
  loss: () => Loss
}

const agent = new Agent({ keepAlive: true })

/** Sends a command until there is an answer, like a phone with a bad connection: the same one again, with the same ids. */
export async function postCommand(post: Post, command: WorkshopCommand): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const loss = post.loss()
    const status = await tryOnce(post, command, loss)
    if (status !== undefined && !isPassing(status)) return status
    if (Date.now() > deadline) throw new Error(`no answer to ${command.type} for a minute; the last was ${status}`)
    // Whoever lost an answer asks again at once; whoever gets none waits a little.
    if (loss === 'none') await pause(RETRY_MS.least + post.random() * RETRY_MS.more)
  }
}

/** The answer's status; undefined when there is none. */
function tryOnce({ port, boardId, token }: Post, command: WorkshopCommand, loss: Loss): Promise<number | undefined> {
  return new Promise((resolve) => {
    const asking = request(
      {
        agent,
        host: '127.0.0.1',
        port: port(),
        method: 'POST',
        path: `/api/boards/${boardId}/commands`,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      },
      (answer) => {
        answer.on('error', () => resolve(undefined))
        answer.on('end', () => resolve(loss === 'answer lost' ? undefined : answer.statusCode))
        answer.resume()
      },
    )
    asking.on('error', () => resolve(undefined))
    asking.on('close', () => resolve(undefined))
    if (loss === 'cut after sending') asking.on('finish', () => asking.destroy())
    asking.end(JSON.stringify(command))
  })
}
