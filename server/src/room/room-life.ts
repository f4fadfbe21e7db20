/**
 * `loading`: the board is being read; whoever asks for it waits. `open`: everything works. `suspended`: the store fails; edits are taken
 * in, but nothing is acknowledged or passed on, and the store is tried again. `draining`: nothing more is taken in, what is there is
 * being stored; whoever asks for the board waits for the next room. `closed`: a new room may load the board.
 */
export type RoomState = 'loading' | 'open' | 'suspended' | 'draining' | 'closed'

/**
 * What happens to a room. `store-failed`: a commit failed or does not return. `store-recovered`: one succeeded again. `drain`: nobody was
 * here for a while, or the server goes down. `end`: everything is stored, or cannot be, or the document is not what the log says.
 */
export type RoomEvent = 'loaded' | 'store-failed' | 'store-recovered' | 'drain' | 'end'

/** The whole life of a room. An event that is not listed changes nothing in that state: it is old news. */
export const TRANSITIONS: Readonly<Record<RoomState, Partial<Readonly<Record<RoomEvent, RoomState>>>>> = {
  loading: { loaded: 'open', end: 'closed' },
  open: { 'store-failed': 'suspended', drain: 'draining', end: 'closed' },
  suspended: { 'store-recovered': 'open', drain: 'draining', end: 'closed' },
  draining: { end: 'closed' },
  closed: {},
}

/** Where a room is in its life, and what that allows. */
export class RoomLife {
  #state: RoomState = 'loading'

  get state(): RoomState {
    return this.#state
  }

  /** True when the state changed. */
  on(event: RoomEvent): boolean {
    const next = TRANSITIONS[this.#state][event]
    if (next === undefined) return false
    this.#state = next
    return true
  }

  /** People may connect, and what they send is taken in. */
  get admits(): boolean {
    return this.#state === 'open' || this.#state === 'suspended'
  }

  /** What is decided now can be stored now: commands are answered. */
  get stores(): boolean {
    return this.#state === 'open'
  }
}
