import type { Phase } from '@remedyboard/shared/workshop/state'
import { ApiFailure, failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import type { AgendaEdit } from './agenda-edit.ts'

/**
 * `failure`: the last change did not get through. `isKept`: it is still here, and is tried again when the connection is back.
 * `others`: somebody else changed the agenda meanwhile; both changes are in it now.
 */
export interface AgendaNews {
  failure: ApiFailure['code'] | null
  isKept: boolean
  others: boolean
}

const NO_NEWS: AgendaNews = { failure: null, isKept: false, others: false }

type Session = Pick<BoardSession, 'view' | 'send' | 'status'>

/** Somebody who changes the agenda all the time must not keep this page busy for ever. */
const MOST_ATTEMPTS = 8

/**
 * Changes of the agenda from this page: shown at once, sent one after another, each made again on top of what others have changed
 * when the server says that somebody was faster. So nobody's change is lost, as long as they do not change the same field. What does not
 * get through stays and waits for the connection. It lives as long as the session: a dialog that is closed throws nothing away.
 */
export class AgendaChanges {
  /** the agenda with everything that is on its way */
  readonly shown: Cell<readonly Phase[]>
  readonly news = new Cell<AgendaNews>(NO_NEWS)
  readonly #session: Session
  #waiting: AgendaEdit[] = []
  /** what the server has taken and the view does not show yet */
  #taken: { agenda: readonly Phase[]; version: number } | null = null
  #sending = false
  /** what was sent and never answered: the server may have it */
  #unanswered: { agenda: readonly Phase[]; version: number } | null = null

  constructor(session: Session) {
    this.#session = session
    this.shown = new Cell(session.view.get().agenda)
    session.view.subscribe(() => this.#show())
    let tookChanges = takesChanges(session)
    session.status.subscribe(() => {
      const isBack = !tookChanges && takesChanges(session)
      tookChanges = takesChanges(session)
      if (isBack && this.news.get().isKept) void this.retry()
    })
  }

  /** Resolves when the server has taken it, or refused it, or could not be reached. */
  async edit(edit: AgendaEdit): Promise<void> {
    this.#waiting.push(edit)
    this.#show()
    await this.retry()
  }

  /** The news have been read; that something is kept stays said. */
  forgetNews(): void {
    if (!this.news.get().isKept) this.news.set(NO_NEWS)
  }

  /** Sends what waits. */
  async retry(): Promise<void> {
    if (this.#sending) return
    this.news.set(NO_NEWS)
    this.#sending = true
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        await this.#send(next)
        this.#waiting.shift()
      }
    } catch (error) {
      const isKept = !isRefusal(error)
      // What was not sent would build on something that does not exist.
      if (!isKept) this.#waiting = []
      this.news.set({ failure: failureCode(error), isKept, others: false })
    } finally {
      this.#sending = false
      this.#show()
    }
  }

  #base(): { agenda: readonly Phase[]; version: number } {
    const { agenda, agendaVersion } = this.#session.view.get()
    if (this.#taken && this.#taken.version <= agendaVersion) this.#taken = null
    return this.#taken ?? { agenda, version: agendaVersion }
  }

  #show(): void {
    const { agenda } = this.#base()
    this.shown.set(this.#waiting.reduce((phases, edit) => edit(phases), agenda))
  }

  async #send(edit: AgendaEdit): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const sent = this.#unanswered ?? this.#next(edit)
      if (!sent) return
      this.#unanswered = null
      const { agenda: next, version } = sent
      try {
        await this.#session.send({ type: 'set-agenda', agenda: next.map(asSent), over: version })
        this.#taken = { agenda: next, version: version + 1 }
        return
      } catch (error) {
        // Sent again just as it was, it does no harm if it has arrived (R21); made again, it would move a step twice.
        if (!isRefusal(error)) this.#unanswered = sent
        if (!(error instanceof ApiFailure) || error.code !== 'conflict' || attempt === MOST_ATTEMPTS) throw error
        this.#taken = null
        await this.#newer(version)
        this.news.set({ ...NO_NEWS, others: true })
      }
    }
  }

  /** The agenda with this change; null when the change is in it already. */
  #next(edit: AgendaEdit): { agenda: readonly Phase[]; version: number } | null {
    const { agenda, version } = this.#base()
    const next = edit(agenda)
    return JSON.stringify(next) === JSON.stringify(agenda) ? null : { agenda: next, version }
  }

  /** Until the view has a newer agenda than this one. */
  #newer(version: number): Promise<void> {
    const { view } = this.#session
    return new Promise((resolve) => {
      const look = () => {
        if (view.get().agendaVersion === version) return
        stop()
        resolve()
      }
      const stop = view.subscribe(look)
      look()
    })
  }
}

/** The one of a session: what waits is shown again when the dialog is opened again. */
export function agendaChanges(session: BoardSession): AgendaChanges {
  const known = ofSession.get(session) ?? new AgendaChanges(session)
  ofSession.set(session, known)
  return known
}

const ofSession = new WeakMap<BoardSession, AgendaChanges>()

function takesChanges({ status }: Session): boolean {
  return ['saved', 'saving'].includes(status.get().state)
}

/** The server has said no. Anything else says nothing about the change: no network, a full server, a store that is down. */
function isRefusal(error: unknown): boolean {
  return error instanceof ApiFailure && error.status >= 400 && error.status < 500 && error.status !== 429
}

function asSent({ can, ...rest }: Phase) {
  return { ...rest, can: [...can] }
}
