import { isReaction, REACTION_LIMIT, REACTION_MS, type ReactionId } from '@remedyboard/shared/protocol/reaction'
import type { BoardSession, PresentPerson } from './board-session.ts'
import { Cell, type Readable } from './readable.ts'

/** Somebody's reaction while it is to be seen. */
export interface ShownReaction {
  /** of this one reaction */
  key: string
  id: ReactionId
  personId: string
  name: string
  color: string
  isMe: boolean
}

type ReactingSession = Pick<BoardSession, 'people' | 'serverNow' | 'setPresence'>

/** Between two of one person: more often the server would leave them out. */
const PAUSE_MS = 1000 / REACTION_LIMIT.perSecond

/** Clocks are compared across a network: what the server still tells is shown even when ours is this far ahead. */
const CLOCK_TOLERANCE_MS = 3_000

const lastSent = new WeakMap<ReactingSession, number>()

/** Shows everybody a reaction for a few seconds. False when the last one was only a moment ago. */
export function sendReaction(session: ReactingSession, id: ReactionId): boolean {
  const at = Math.round(session.serverNow())
  const last = lastSent.get(session)
  if (last !== undefined && Math.abs(at - last) < PAUSE_MS) return false
  lastSent.set(session, at)
  session.setPresence({ reaction: { id, at } })
  setTimeout(() => {
    // Or it would be told again to whoever is there after a reconnect.
    if (lastSent.get(session) === at) session.setPresence({ reaction: undefined })
  }, REACTION_MS)
  return true
}

const shownBy = new WeakMap<ReactingSession, Readable<readonly ShownReaction[]>>()

/** What people show the room now, own ones included, oldest first. One list per session, whoever asks. */
export function reactionsOf(session: ReactingSession): Readable<readonly ShownReaction[]> {
  const known = shownBy.get(session)
  if (known) return known
  const fresh = new ShownReactions(session)
  shownBy.set(session, fresh)
  return fresh
}

/** Follows the people of a session for as long as anybody looks. */
class ShownReactions implements Readable<readonly ShownReaction[]> {
  readonly #session: ReactingSession
  readonly #shown = new Cell<readonly ShownReaction[]>([])
  /** the reaction of each client that was noticed last: it stays in their presence, and is shown once */
  #noticed = new Map<number, number>()
  #listeners = 0
  #stop = (): void => undefined

  constructor(session: ReactingSession) {
    this.#session = session
  }

  get(): readonly ShownReaction[] {
    return this.#shown.get()
  }

  subscribe(onChange: () => void): () => void {
    const stopListening = this.#shown.subscribe(onChange)
    if (this.#listeners++ === 0) this.#stop = this.#session.people.subscribe(() => this.#look())
    let listening = true
    this.#look()
    return () => {
      if (!listening) return
      listening = false
      stopListening()
      if (--this.#listeners === 0) this.#stop()
    }
  }

  #look(): void {
    const noticed = new Map<number, number>()
    const fresh: ShownReaction[] = []
    for (const person of this.#session.people.get()) {
      const { reaction } = person.presence
      if (!isReaction(reaction)) continue
      noticed.set(person.clientId, reaction.at)
      if (this.#noticed.get(person.clientId) === reaction.at || !this.#isFresh(reaction.at)) continue
      fresh.push(shownReaction(person, reaction.id, reaction.at))
    }
    // After a lost connection everybody comes back, with what was shown already.
    for (const [clientId, at] of this.#noticed) if (!noticed.has(clientId) && this.#isFresh(at)) noticed.set(clientId, at)
    this.#noticed = noticed
    if (fresh.length === 0) return
    this.#shown.set([...this.#shown.get(), ...fresh])
    setTimeout(() => {
      const over = new Set(fresh)
      this.#shown.set(this.#shown.get().filter((reaction) => !over.has(reaction)))
    }, REACTION_MS)
  }

  #isFresh(at: number): boolean {
    return Math.abs(this.#session.serverNow() - at) < REACTION_MS + CLOCK_TOLERANCE_MS
  }
}

function shownReaction(person: PresentPerson, id: ReactionId, at: number): ShownReaction {
  return { key: `${person.clientId}-${at}`, id, personId: person.id, name: person.name, color: person.color, isMe: person.isMe }
}
