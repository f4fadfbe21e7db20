import { setTimeout as pause } from 'node:timers/promises'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { readRecord } from '@remedyboard/shared/board/facets'
import type { JoinResponse, TemplateId } from '@remedyboard/shared/protocol/api'
import type { Round } from '@remedyboard/shared/workshop/round'
import type { Phase } from '@remedyboard/shared/workshop/state'
import * as Y from 'yjs'
import { boardAsText, miscounted, notesOn, type Watched } from './audit.ts'
import type { Loss } from './command-post.ts'
import { Door } from './door.ts'
import { errandsOf } from './errands.ts'
import { OneKill } from './one-kill.ts'
import { cardIds, isHidden, notesIn, noteText, stepsIn } from './phase-steps.ts'
import { Promised } from './promised.ts'
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
  /** joins, commands and changes of the board that were acknowledged */
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
  readonly #lastMinutes = new Promised(0)
  readonly #leaked: string[] = []
  readonly #wrong: string[] = []
  #phase = ''
  readonly #oldBoards = new Map<ScriptedPerson, Uint8Array>()
  /** by participantId: groups of the running phase that have not posted yet */
  #groupOf = new Map<string, number>()
  #door: Door | undefined
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

  get door(): Door {
    if (!this.#door) throw new Error('there is no board yet')
    return this.#door
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
    return this.#people.reduce((sum, { commands, saved }) => sum + commands + saved, this.#people.length)
  }

  async #joinAll(): Promise<number> {
    const { port, template, people } = this.#options
    this.#door = await Door.build(port, template)
    this.#leader = await this.#letIn(0)
    const { device } = this.#leader
    await device.when(() => device.view !== undefined)
    this.#lastMinutes.became(device.view?.agenda.at(-1)?.minutes ?? 0)
    let next = 1
    const crashAt = 1 + below(this.#random, people)
    const kill = this.#oneKill()
    const queue = async (): Promise<void> => {
      while (next <= people) {
        await this.#letIn(next++)
        kill.look(this.#people.length > crashAt)
      }
    }
    await Promise.all(Array.from({ length: AT_THE_DOOR }, queue))
    this.#people.sort((a, b) => a.number - b.number)
    await Promise.all(this.#people.map(({ device }) => device.when(() => device.synced && device.view !== undefined)))
    return await kill.over()
  }

  /** Somebody joins and is connected as soon as that works. */
  async #letIn(number: number): Promise<ScriptedPerson> {
    const name = `第 ${number} 位`
    const person = this.#newPerson(await this.door.join(number, name), number, name)
    this.#people.push(person)
    person.device.connect()
    return person
  }

  /** Somebody comes late, in the middle of a phase, and is told which one it is. */
  async #comeLate(phase: Phase): Promise<void> {
    const { device, number } = await this.#letIn(this.#people.length)
    await device.when(() => device.view !== undefined && device.synced)
    if (device.view?.phaseId !== phase.id) this.#wrong.push(`person ${number} came in ${phase.id} and is told ${device.view?.phaseId}`)
  }

  /** A phone falls into the river: its owner goes on with another one, which shows what they had written. */
  async #losePhone(person: ScriptedPerson, phase: Phase): Promise<void> {
    await person.device.whenSaved()
    person.goOnWith(await this.door.comeBack(this.leader.token, person.id))
    const { device } = person
    await device.when(() => device.view !== undefined && device.synced)
    const own = [...person.notes.values()].filter(({ phaseId, text }) => phaseId === phase.id && text.acknowledged !== '')
    const had = JSON.stringify(own.map(({ id, text }) => ({ id, text: text.acknowledged })).sort((a, b) => (a.id < b.id ? -1 : 1)))
    const shown = JSON.stringify(device.view?.me.drafts)
    if (shown !== had) this.#wrong.push(`the new phone of person ${person.number} shows ${shown} instead of ${had}`)
  }

  #newPerson(joined: JoinResponse, number: number, name: string): ScriptedPerson {
    const { port, seed, mishaps } = this.#options
    const random = seededRandom(seed * 10_007 + number)
    const loss = (): Loss => {
      const chance = random()
      if (chance < mishaps.answerLost) return 'answer lost'
      return chance < mishaps.answerLost + mishaps.commandCut ? 'cut after sending' : 'none'
    }
    const onFrame = (frame: Buffer): void => this.#look(number, joined.participantId, frame)
    return new ScriptedPerson({ port, joined, name, number, random, loss, onFrame })
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
    const kill = this.#oneKill()
    const unlucky = oneOf(this.#random, others)
    const work = others.map(async (person, i) => {
      for (const step of scripts[i] ?? []) {
        await this.#meetMishap(person)
        await step()
        done += 1
        kill.look(done > crashAt)
        if (person === unlucky && person.random() < 0.5) await this.#losePhone(person, phase)
      }
      await person.setReady(run, true)
    })
    const errands = (async (): Promise<void> => {
      for (const errand of errandsOf(leader, others, this.#lastMinutes)) await errand()
    })()
    await Promise.all([...work, errands, this.#comeLate(phase)])
    let killed = await kill.over()
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
    const kill = this.#oneKill()
    const writing = late.map(async (person) => {
      const id = `n${below(person.random, 2)}`
      await person.writeNote(phase.id, id, noteText(phase.id, person.number, Number(id.slice(1)), 9))
    })
    const group = oneOf(this.#random, [...this.#groupOf])
    const speaker = this.#people.find(({ id }) => id === group?.[0])
    await speaker?.mustSend({ type: 'reveal-notes', phaseId: phase.id, group: `g${group?.[1]}` })
    const revealed = this.leader.mustSend({ type: 'reveal-notes', phaseId: phase.id })
    // Under way, or just answered.
    kill.look(this.#random() < 0.5)
    await revealed
    kill.look(true)
    await Promise.all(writing)
    await this.leader.mustSend({ type: 'reveal-notes', phaseId: phase.id })
    const killed = await kill.over()
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
    const kill = this.#oneKill()
    const closed = this.leader.mustSend({ type: 'close-round', id: round.id })
    kill.look(this.#random() < 0.5)
    await closed
    const killed = await kill.over()
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

  #oneKill(): OneKill {
    const { crash, killIn } = this.#options
    const isKilledNow = crash && killIn?.includes(this.#phase) !== false
    const watched = { people: this.#people, revealing: this.#revealing, lastMinutes: this.#lastMinutes }
    return new OneKill(this.#random, isKilledNow ? () => crash(watched) : null)
  }
}

/** How much of everybody's changes a device has. */
function vectorOf({ device }: Pick<ScriptedPerson, 'device'>): string {
  return JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(device.doc))].sort(([a], [b]) => a - b))
}
