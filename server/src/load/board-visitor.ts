import type { BoardLinks, CreateBoardRequest, JoinResponse } from '@remedyboard/shared/protocol/api'
import { WebSocket } from 'ws'

/** What a new board says to whoever made it; see `POST /api/boards`. */
export interface MadeBoard {
  id: string
  keys: Record<keyof BoardLinks, string>
}

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer // our own server's words
}

export function makeBoard(origin: string): Promise<MadeBoard> {
  const request: CreateBoardRequest = { template: 'blank', locale: 'en', title: 'Under load' }
  return post(`${origin}/api/boards`, request)
}

/** Joins as a participant; resolves with who one is and the token that proves it. */
export function joinBoard(origin: string, board: MadeBoard, name: string): Promise<JoinResponse> {
  return post(`${origin}/api/boards/${board.id}/join`, { key: board.keys.participant, name })
}

/** A WebSocket class for y-websocket that brings a bearer token, as clients outside of browsers do. */
export function socketWithToken(token: string): new (address: string) => WebSocket {
  return class extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { authorization: `Bearer ${token}` } })
    }
  }
}
