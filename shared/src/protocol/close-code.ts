/** WebSocket close codes. y-websocket stops reconnecting on 4400–4499 and retries on everything else. */
export const CloseCode = {
  /** Not signed in to this board, or the token is not valid: join again through a link. */
  notAllowed: 4401,
  /** A facilitator removed this person. */
  removed: 4403,
  /** There is no such board. */
  noSuchBoard: 4404,
  /** Client and server speak different versions: reload the page. */
  reload: 4426,
  /** The server restarts: come back after a jittered wait. */
  restart: 1012,
  /** Too many frames, bytes or joins: come back after a jittered wait. */
  overloaded: 1013,
  /** The frame could not be decoded; the room is unharmed. */
  badFrame: 1003,
} as const
export type CloseCodeValue = (typeof CloseCode)[keyof typeof CloseCode]
