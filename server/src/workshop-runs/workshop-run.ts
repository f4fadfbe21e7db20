import { setTimeout as pause } from 'node:timers/promises'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { readRecord } from '@remedyboard/shared/board/facets'
import type { CreateBoardResponse, JoinResponse, TemplateId } from '@remedyboard/shared/protocol/api'
import type { Round } from '@remedyboard/shared/workshop/round'
import type { Phase } from '@remedyboard/shared/workshop/state'
import * as Y from 'yjs'
import { boardAsText, miscounted, notesOn, type Watched } from './audit.ts'
import type { Loss } from './command-post.ts'
import { ask } from './person.ts'
import { cardIds, isHidden, notesIn, noteText, stepsIn } from './phase-steps.ts'
import { ScriptedPerson } from './scripted-person.ts'
import { below, oneOf, seededRandom, type Random } from './seeded-random.ts'

/** How often things go wrong, each 0 … 1 of all chances. */
export interface Mishaps {
  /** an answer to a command never arrives */
  answerLost: number
  /** a connection is cut as soon as a command was sent */
  commandCut: number
  /** before something is done, the socket is cut */
  socketCut: number
  /** somebody comes back with the board as it was long ago */
  oldBoard: number
}

export interface RunOptions {
  /** where the server is now */
  port: () => number
  template: TemplateId
  people: number
  seed: number
  mishaps: Mishaps
  /**
   * Kills the server, compares what is on the disk with what people were promised, and starts it again. Called once while people
   * work in each phase, and once while its notes are turned over or its votes counted. Left out: it never ends.
   */
  crash?: (watched: Watched) => Promise<void>
  /** names of the phases in which it is killed; left out: in each */
  killIn?: readonly string[]
  /** hidden notes or ballots have just been erased: what may not be found any more in any file */
  onErased?: (gone: Gone) => Promise<void>
  /** a phase is over */
  onPhase?: (report: PhaseReport) => void
}

/** What must have been erased. */
export interface Gone {
  /** every hidden note of the phase but those that are on the board */
  note: (text: string) => boolean
  /** beginnings of names of sealed rows */
  rows: readonly string[]
}

/** One phase as it went. */
export interface PhaseReport {
  phase: string
  kills: number
  /** commands and changes of the board that were acknowledged */
  acknowledged: number
  ms: number
}

/** What must not be, in words. */
export interface RunResult {
  /** hidden notes in frames of people who may not read them yet */
  leaked: string[]
  /** notes that are not on the board exactly once, totals that are not what was cast, and copies of the board that differ */
  wrong: string[]
}

/** Requests that join: a room full of phones, some of them at the same moment. */
const AT_THE_DOOR = 40
/** Of all, these still write while the notes are turned over. */
const LATE = 0.1
const PATIENCE_MS = 90_000

/** A whole workshop from joining to its results, by people who do what their phase asks for, on a network that fails them. */
export class WorkshopRun {
  readonly #options: RunOptions
  readonly #random: Random
  readonly #people: ScriptedPerson[] = []
  readonly #revealing = new Set<string>()
  readonly #leaked: string[] = []
  readonly #wrong: string[] = []
  #phase = ''
  readonly #oldBoards = new Map<ScriptedPerson, Uint8Array>()
  /** by participantId: groups of the running phase that have not posted yet */
  #groupOf = new Map<string, number>()
  #board: CreateBoardResponse | undefined
  #leader: ScriptedPerson | undefined

  constructor(options: RunOptions) {
    this.#options = options
    this.#random = seededRandom(options.seed)
  }

  async play(): Promise<RunResult> {
    try {
      await this.#timed('join', () => this.#joinAll())
      for (const phase of this.leader.device.view?.agenda ?? []) await this.#timed(phase.id, () => this.#playPhase(phase))
      await this.#timed('end', () => this.#end())
    } finally {
      for (const person of this.#people) person.device.leave()
    }
    return { leaked: this.#leaked, wrong: this.#wrong }
  }

  get boardId(): string {
    if (!this.#board) throw new Error('there is no board yet')
    return this.#board.id
  }

  get leader(): ScriptedPerson {
    if (!this.#leader) throw new Error('nobody has joined yet')
    return this.#leader
  }

  async #timed(phase: string, play: () => Promise<number>): Promise<void> {
    const startedAt = Date.now()
    const before = this.#acknowledged()
    this.#phase = phase
    const kills = await play()
    this.#options.onPhase?.({ phase, kills, acknowledged: this.#acknowledged() - before, ms: Date.now() - startedAt })
  }

  #acknowledged(): number {
    return this.#people.reduce((sum, { commands, device }) => sum + commands + device.saved, 0)
  }

  async #joinAll(): Promise<number> {
    const { template, people } = this.#options
    this.#board = await this.#request<CreateBoardResponse>('/api/boards', { template, locale: 'zh-CN' })
    const { id, keys, joinCode } = this.#board
    const joinAs = async (number: number): Promise<ScriptedPerson> => {
      const name = `第 ${number} 位`
      const key = number === 0 ? keys.facilitator : keys.participant
      // Half of them type the code.
      const joined =
        number % 2 === 0
          ? await this.#request<JoinResponse>(`/api/boards/${id}/join`, { key, name })
          : await this.#request<JoinResponse>('/api/join', { code: joinCode, name })
      return this.#newPerson(joined, number)
    }
    this.#leader = await joinAs(0)
    this.#people.push(this.#leader)
    let next = 1
    let arrived = 0
    const door = async (): Promise<void> => {
      while (next <= people) {
        const person = await joinAs(next++)
        this.#people.push(person)
        person.device.connect()
        arrived += 1
      }
    }
    const crashAt = 1 + below(this.#random, people - 1)
    const kills = this.#crashWhen(() => arrived >= crashAt)
    this.#leader.device.connect()
    await Promise.all(Array.from({ length: AT_THE_DOOR }, door))
    this.#people.sort((a, b) => a.number - b.number)
    await Promise.all(this.#people.map(({ device }) => device.when(() => device.synced && device.view !== undefined)))
    return await kills()
  }

  #newPerson(joined: JoinResponse, number: number): ScriptedPerson {
    const { port, seed, mishaps } = this.#options
    const random = seededRandom(seed * 10_007 + number)
    const loss = (): Loss => {
      const chance = random()
      if (chance < mishaps.answerLost) return 'answer lost'
      return chance < mishaps.answerLost + mishaps.commandCut ? 'cut after sending' : 'none'
    }
    const onFrame = (frame: Buffer): void => this.#look(number, joined.participantId, frame)
    return new ScriptedPerson({ port, joined, number, random, loss, onFrame })
  }

  /** No frame holds a hidden note of anybody else, before it is turned over. */
  #look(reader: number, id: string, frame: Buffer): void {
    if (!frame.includes('SEALED-')) return
    for (const { phaseId, author, text } of notesIn(frame.toString())) {
      if (author === reader || this.#revealing.has(phaseId)) continue
      const writer = this.#people[author]
      const group = this.#groupOf.get(id)
      const isOfGroup = group !== undefined && writer !== undefined && this.#groupOf.get(writer.id) === group
      if (!isOfGroup) this.#leaked.push(`person ${reader} received ${text}`)
    }
  }

  async #playPhase(phase: Phase): Promise<number> {
    const { leader } = this
    const others = this.#people.filter((person) => person !== leader)
    await leader.mustSend({ type: 'set-phase', phaseId: phase.id })
    if (phase.privacy === 'group') await this.#makeGroups()
    const round = await this.#openRound(phase)
    await Promise.all(this.#people.map(({ device }) => device.when(() => device.view?.phaseId === phase.id)))
    const run = leader.device.view?.phaseRun ?? 0

    // Everybody works, and is done.
    const scripts = others.map((person) => stepsIn(phase, round, person))
    const all = scripts.reduce((sum, steps) => sum + steps.length, 0)
    let done = 0
    const crashAt = below(this.#random, Math.max(1, Math.floor(all * 0.8)))
    const kills = this.#crashWhen(() => done >= crashAt)
    await Promise.all(
      others.map(async (person, i) => {
        for (const step of scripts[i] ?? []) {
          await this.#meetMishap(person)
          await step()
          done += 1
        }
        await person.setReady(run, true)
      }),
    )
    let killed = await kills()
    await Promise.all(this.#people.map(({ device }) => device.whenSaved()))
    await leader.device.when(() => leader.device.view?.ready === others.length)

    if (isHidden(phase)) killed += await this.#reveal(phase)
    if (round) killed += await this.#count(round)
    this.#groupOf.clear()
    return killed
  }

  async #meetMishap(person: ScriptedPerson): Promise<void> {
    const { socketCut, oldBoard } = this.#options.mishaps
    const chance = person.random()
    if (chance < socketCut) person.device.cut()
    else if (chance < socketCut + oldBoard && person.device.isSaved) {
      const old = this.#oldBoards.get(person)
      if (old) {
        person.device.comeBackWith(old)
        // Where people work there is a board to work on: theirs is shown when it is up to date.
        await person.device.when(() => person.device.synced)
      }
      this.#oldBoards.set(person, Y.encodeStateAsUpdate(person.device.doc))
    }
  }

  async #makeGroups(): Promise<void> {
    const others = this.#people.filter((person) => person !== this.leader)
    const count = Math.min(100, Math.max(2, Math.ceil(others.length / 4)))
    const groups = Array.from({ length: count }, (_, n) => ({ id: `g${n}`, name: `${n + 1}`, members: [] as string[] }))
    for (const [i, { id }] of others.entries()) {
      groups[i % count]?.members.push(id)
      this.#groupOf.set(id, i % count)
    }
    await this.leader.mustSend({ type: 'set-groups', groups })
  }

  async #openRound({ id, can, limits }: Phase): Promise<Round | null> {
    const kind = can.includes('rate') ? 'rating' : can.includes('vote') ? 'dots' : null
    if (kind === null) return null
    const { votes: budget = 3, maxPerItem: cap = 1 } = limits ?? {}
    const cards = cardIds(this.leader.device.doc).slice(0, 20)
    const opened = { id: `round-${id}`, kind, title: '', cards, budget, cap } as const
    await this.leader.mustSend({ type: 'open-round', ...opened })
    return { ...opened, cap: kind === 'rating' ? 3 : cap, openedAt: 0 }
  }

  /** Groups post their own, the facilitator the rest, while some still write; what they were too late with is turned over as well. */
  async #reveal(phase: Phase): Promise<number> {
    const late = this.#people.filter((person) => person !== this.leader && this.#random() < LATE)
    const inTime = this.#people.filter((person) => !late.includes(person))
    this.#revealing.add(phase.id)
    let begun = false
    const kills = this.#crashWhen(() => begun)
    const writing = late.map(async (person) => {
      const id = `n${below(person.random, 2)}`
      await person.writeNote(phase.id, id, noteText(phase.id, person.number, Number(id.slice(1)), 9))
    })
    const group = oneOf(this.#random, [...this.#groupOf])
    const speaker = this.#people.find(({ id }) => id === group?.[0])
    begun = true
    await speaker?.mustSend({ type: 'reveal-notes', phaseId: phase.id, group: `g${group?.[1]}` })
    await this.leader.mustSend({ type: 'reveal-notes', phaseId: phase.id })
    await Promise.all(writing)
    await this.leader.mustSend({ type: 'reveal-notes', phaseId: phase.id })
    const killed = await kills()
    await this.#allHaveTheSame()

    const onBoard = notesOn(this.leader.device.doc)
    for (const [text, count] of onBoard) if (count !== 1) this.#wrong.push(`${text} is on the board ${count} times`)
    for (const person of inTime) {
      const kept = new Set([...person.notes.values()].flatMap(({ phaseId, text }) => (phaseId === phase.id ? [text.acknowledged] : [])))
      kept.delete('')
      for (const text of kept) if (!onBoard.has(text)) this.#wrong.push(`${text} is not on the board`)
      const found = [...onBoard.keys()].filter((text) => text.startsWith(`SEALED-${phase.id}-${person.number}-`))
      for (const text of found) if (!kept.has(text)) this.#wrong.push(`${text} is on the board, but was taken back`)
    }
    for (const { notes } of this.#people) {
      for (const { phaseId, text } of notes.values()) if (phaseId === phase.id) text.became('')
    }
    const note = (text: string): boolean => text.startsWith(`SEALED-${phase.id}-`) && !onBoard.has(text)
    await this.#options.onErased?.({ note, rows: [`draft/${phase.id}/`] })
    return killed
  }

  async #count(round: Round): Promise<number> {
    let begun = false
    const kills = this.#crashWhen(() => begun)
    begun = true
    await this.leader.mustSend({ type: 'close-round', id: round.id })
    const killed = await kills()
    await Promise.all(this.#people.map(({ device }) => device.when(() => device.view?.results.some(({ id }) => id === round.id) === true)))
    const result = this.leader.device.view?.results.find(({ id }) => id === round.id)
    if (result) this.#wrong.push(...miscounted(result, this.#people))
    for (const { number, device } of this.#people) {
      const shown = device.view?.results.find(({ id }) => id === round.id)
      if (JSON.stringify(shown) !== JSON.stringify(result)) this.#wrong.push(`person ${number} is shown another result of ${round.id}`)
    }
    await this.#options.onErased?.({ note: () => false, rows: [`ballot/${round.id}/`] })
    return killed
  }

  async #end(): Promise<number> {
    await this.leader.mustSend({ type: 'set-phase', phaseId: null })
    await this.#allHaveTheSame()
    const text = boardAsText(this.leader.device.doc)
    for (const { number, device, cards } of this.#people) {
      if (boardAsText(device.doc) !== text) this.#wrong.push(`the board of person ${number} differs`)
      for (const [id, words] of cards) {
        const facets = recordsOf(this.leader.device.doc).get(id)
        const found = facets && readRecord(facets)?.props?.['text']
        if (found !== words) this.#wrong.push(`card ${id} of person ${number} says ${JSON.stringify(found)} instead of "${words}"`)
      }
    }
    return 0
  }

  /** Everybody's changes have reached everybody. */
  async #allHaveTheSame(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS
    for (let before = ''; before !== vectorOf(this.leader);) {
      before = vectorOf(this.leader)
      for (const { device, number } of this.#people) {
        while (!device.synced || !device.isSaved || vectorOf({ device }) !== vectorOf(this.leader)) {
          if (Date.now() > deadline) throw new Error(`person ${number} does not get the board of the others`)
          await pause(20)
        }
      }
    }
  }

  /** Has the server killed once it holds, a moment later; resolves (with how often) when it is back. */
  #crashWhen(holds: () => boolean): () => Promise<number> {
    const { crash, killIn } = this.#options
    if (!crash || killIn?.includes(this.#phase) === false) return () => Promise.resolve(0)
    const delay = below(this.#random, 40)
    let over = false
    const watching = (async (): Promise<number> => {
      while (!holds() && !over) await pause(2)
      await pause(delay)
      await crash({ people: this.#people, revealing: this.#revealing })
      return 1
    })()
    return () => {
      over = true
      return watching
    }
  }

  /** Asks until there is an answer. Somebody who joins twice because an answer was lost is on the roster twice, as in life. */
  async #request<Answer>(path: string, body: unknown): Promise<Answer> {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await ask(this.#options.port(), path, { body }).catch(() => null)
      if (answer && answer.status < 300) return answer.json as Answer // our own server's words
      if (answer && answer.status < 500) throw new Error(`${path} was answered with ${answer.status}`)
      if (Date.now() > deadline) throw new Error(`${path} was not answered`)
      await pause(50)
    }
  }
}

/** How much of everybody's changes a device has. */
function vectorOf({ device }: Pick<ScriptedPerson, 'device'>): string {
  return JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(device.doc))].sort(([a], [b]) => a - b))
}
