/** Why the server did not keep a change. */
export type RefusalCode =
  /** Viewers change nothing. */
  | 'viewer'
  /** Only the server writes there. */
  | 'protected'
  /** The record is locked for facilitators. */
  | 'locked'
  /** It belongs to somebody else, or claims another author. */
  | 'not-yours'
  /** The running phase does not allow it. */
  | 'phase'
  /** tldraw could not show it. */
  | 'invalid'
  /** Too long, too large, too deep or too many. */
  | 'too-large'

/** One refused change. `record` and `facet` are empty when it concerns the whole update. */
export interface RefusedChange {
  record: string
  facet: string
  code: RefusalCode
}

/** Payload of message 105: what was restored among the changes that `102 n` vouches for. */
export interface RefusedMessage {
  n: number
  refused: readonly RefusedChange[]
}
