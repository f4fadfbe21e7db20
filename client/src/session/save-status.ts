import type { SaveStatus } from './board-session.ts'

/** What is known about the connection, in the words of the design's §4. */
export interface ConnectionFacts {
  connected: boolean
  /** the document has been received on this connection */
  synced: boolean
  /** a connection was lost or could not be made since the page opened; before that the first one is on its way */
  wasAway: boolean
  /** updates or commands that were not acknowledged */
  pending: boolean
  /** the server says that it can store */
  storing: boolean
  /** final close code, when the server said not to come back */
  closedCode: number | null
  /** this device keeps a copy of what was not sent */
  kept: boolean
  /** it can: false when it has no room or no store, so that what was not sent goes with the page */
  keepable: boolean
}

/**
 * "Saved" means: every number echoed and every command answered, and nothing else. The first connection is no reason for alarm while it
 * is being made, but what would go with the page is.
 */
export function saveStatus(facts: ConnectionFacts): SaveStatus {
  if (facts.closedCode !== null) return { state: 'closed', code: facts.closedCode }
  const isAway = !facts.connected && facts.wasAway
  const isAtRisk = facts.pending && !facts.keepable
  if (!facts.connected || !facts.synced) {
    return isAway || isAtRisk ? { state: 'offline', unsaved: facts.pending, kept: facts.kept } : { state: 'connecting' }
  }
  if (!facts.storing) return { state: 'not-saved' }
  return { state: facts.pending ? 'saving' : 'saved' }
}

export function sameStatus(a: SaveStatus, b: SaveStatus): boolean {
  return (
    a.state === b.state &&
    (a.state !== 'offline' || b.state !== 'offline' || (a.unsaved === b.unsaved && a.kept === b.kept)) &&
    (a.state !== 'closed' || b.state !== 'closed' || a.code === b.code)
  )
}
