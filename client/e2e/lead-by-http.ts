import type { CreateBoardResponse, JoinResponse, TemplateId } from '@remedyboard/shared/protocol/api'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'

/** A facilitator without a page: what a test of phones needs of one costs no browser. */
export interface LeadByHttp {
  board: CreateBoardResponse
  /** of the server's address that the test uses */
  participantLink: string
  send(command: WorkshopCommand): Promise<void>
}

/** Makes a board and leads it through the API, as a script would. */
export async function leadByHttp(url: string, template: TemplateId, locale: Locale, title: string): Promise<LeadByHttp> {
  const board = (await post(`${url}/api/boards`, { template, locale, title })) as CreateBoardResponse
  const { token } = (await post(`${url}/api/boards/${board.id}/join`, { key: board.keys.facilitator, name: '主持人' })) as JoinResponse
  return {
    board,
    participantLink: board.links.participant.replace(/^https?:\/\/[^/]+/, url),
    send: async (command) => void (await post(`${url}/api/boards/${board.id}/commands`, command, token)),
  }
}

async function post(url: string, body: object, token?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status} of ${url}: ${await response.text()}`)
  return response.status === 204 ? null : await response.json()
}
