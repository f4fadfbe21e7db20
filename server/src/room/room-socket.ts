/** One end of a WebSocket as the room sees it; the caller owns the transport. */
export interface RoomSocket {
  /** bytes accepted for sending but not yet on the network */
  readonly bufferedAmount: number
  send(frame: Uint8Array): void
  close(code: number, reason: string): void
  /** Drops the connection without a word, for peers that do not read. */
  terminate(): void
}
