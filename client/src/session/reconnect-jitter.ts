import type { WebsocketProvider } from 'y-websocket'

/** Whole rooms lose their connections in one instant (a restart, a router): they come back spread over this time, not all at once. */
const FIRST_SPREAD_MS = 1_000
/** Longest wait while the server stays away. */
const LONGEST_MS = 3_500

/** Milliseconds until the `attempt`-th (from 0) try to reconnect. `random` as Math.random. */
export function reconnectDelayMs(attempt: number, random: number): number {
  const most = Math.min(LONGEST_MS, FIRST_SPREAD_MS * 2 ** attempt)
  // The first try may be at once; later ones leave a server that is down in peace.
  return Math.round(attempt === 0 ? most * random : most * (0.5 + random / 2))
}

/**
 * y-websocket doubles its wait up to `maxBackoffTime`, to the millisecond the same in every browser. This makes that limit the wait,
 * and draws it anew each time.
 */
export function withReconnectJitter(provider: WebsocketProvider, random: () => number): void {
  let attempt = 0
  provider.on('sync', (synced) => {
    if (synced) attempt = 0
  })
  provider.on('connection-close', () => {
    provider.maxBackoffTime = reconnectDelayMs(attempt, random())
    attempt += 1
    // Above every limit, so that the limit counts.
    provider.wsUnsuccessfulReconnects = 16
  })
}
