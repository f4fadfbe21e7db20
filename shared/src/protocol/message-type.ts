/** First varUint of every frame. 0–3 are y-websocket's own (docs/protocol.md). */
export const MessageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** `102 varUint n`: client → server after each local update; echoed after the durable commit */
  ack: 102,
  /** `103 varString json`: server → client, a `SessionMessage` */
  session: 103,
  /** live gesture frames, relayed, never stored */
  live: 104,
  /** `105 varString json {n, refused}`: before the echo of n, when the guard restored something */
  refused: 105,
} as const
