import type { Phase } from '@remedyboard/shared/workshop/state'
import { ApiFailure, failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import type { AgendaEdit } from './agenda-edit.ts'

/** `others`: somebody else changed the agenda meanwhile; both changes are in it now. */
export interface AgendaNews {
  failure: ApiFailure['code'] | null
  others: boolean
}

const NO_NEWS: AgendaNews = { failure: null, others: false }

/** Somebody who changes the agenda all the time must not keep this page busy for ever. */
const MOST_ATTEMPTS = 8

/**
 * Changes of the agenda from this page: shown at once, sent one after another, each made again on top of what others have changed
 * when the server says that somebody was faster. So nobody's change is lost, as long as they do not change the same field.
 */
export class AgendaChanges {
  /** the agenda with everything that is on its way */
  readonly shown: Cell<readonly Phase[]>
  readonly news = new Cell<AgendaNews>(NO_NEWS)
  readonly #session: Pick<BoardSession, 'view' | 'send'>
  readonly #stop: () => void
  #waiting: AgendaEdit[] = []
  /** what the server has taken and the view does not show yet */
  #taken: { agenda: readonly Phase[]; version: number } | null = null
  #sending = false

  constructor(session: Pick<BoardSession, 'view' | 'send'>) {
    this.#session = session
    this.shown = new Cell(session.view.get().agenda)
    this.#stop = session.view.subscribe(() => this.#show())
  }

  close(): void {
    this.#stop()
  }

  /** Resolves when the server has taken it, or refused it. */
  async edit(edit: AgendaEdit): Promise<void> {
    this.news.set(NO_NEWS)
    this.#waiting.push(edit)
    this.#show()
    if (this.#sending) return
    this.#sending = true
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        await this.#send(next)
        this.#waiting.shift()
      }
    } catch (error) {
      // What was not sent would build on something that does not exist.
      this.#waiting = []
      this.news.set({ failure: failureCode(error), others: false })
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
      const { agenda, version } = this.#base()
      const next = edit(agenda)
      if (JSON.stringify(next) === JSON.stringify(agenda)) return
      try {
        await this.#session.send({ type: 'set-agenda', agenda: next.map(asSent), over: version })
        this.#taken = { agenda: next, version: version + 1 }
        return
      } catch (error) {
        if (!(error instanceof ApiFailure) || error.code !== 'conflict' || attempt === MOST_ATTEMPTS) throw error
        this.#taken = null
        await this.#newer(version)
        this.news.set({ failure: null, others: true })
      }
    }
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

function asSent({ can, ...rest }: Phase) {
  return { ...rest, can: [...can] }
}
