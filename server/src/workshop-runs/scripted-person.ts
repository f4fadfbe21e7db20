import { recordsOf } from '@remedyboard/shared/board/board-document'
import { PLACE, TEXT, writeFacets, writeRecord, type FacetChange } from '@remedyboard/shared/board/facets'
import { newLinkRecords } from '@remedyboard/shared/board/new-records'
import { setMeToo, writeComment } from '@remedyboard/shared/board/remarks'
import type { JoinResponse } from '@remedyboard/shared/protocol/api'
import type { Role } from '@remedyboard/shared/protocol/role'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Marks } from '@remedyboard/shared/workshop/round'
import { card } from '../load/load-card.ts'
import { postCommand, type Loss } from './command-post.ts'
import { Device, type OwnClient } from './device.ts'
import { Promised } from './promised.ts'
import type { Random } from './seeded-random.ts'

export interface PersonOptions {
  /** where the server is now */
  port: () => number
  joined: JoinResponse
  name: string
  /** 0, 1, 2 … */
  number: number
  random: Random
  loss: () => Loss
  onFrame?: (frame: Buffer) => void
}

/** Somebody with a phone who does what a workshop asks for, and remembers what the server promised to keep. */
export class ScriptedPerson {
  readonly id: string
  readonly number: number
  readonly random: Random
  device: Device
  readonly name: Promised<string>
  readonly role: Promised<Role>
  /** commands that were answered with yes */
  commands = 0
  /** hidden notes by phase and id; empty = none */
  readonly notes = new Map<string, { phaseId: string; id: string; text: Promised<string> }>()
  /** ballots by round; null = none */
  readonly ballots = new Map<string, Promised<Marks | null>>()
  readonly hand = new Promised(false)
  ready = { run: 0, said: new Promised(false) }
  /** the last text of each card that only this person changes */
  readonly cards = new Map<string, string>()
  readonly #options: PersonOptions
  readonly #formerDevices: Device[] = []
  #joined: JoinResponse
  #made = 0

  constructor(options: PersonOptions) {
    this.#options = options
    this.#joined = options.joined
    this.id = options.joined.participantId
    this.name = new Promised(options.name)
    this.role = new Promised(options.joined.role)
    this.number = options.number
    this.random = options.random
    this.device = new Device(options)
  }

  get token(): string {
    return this.#joined.token
  }

  /** Changes of the board that were acknowledged, of all devices. */
  get saved(): number {
    return [...this.#formerDevices, this.device].reduce((sum, { saved }) => sum + saved, 0)
  }

  /** What must be there for ever, of all devices. */
  get promised(): OwnClient[] {
    return [...this.#formerDevices, this.device].flatMap(({ promised }) => promised)
  }

  /** Their phone is gone; on another one they start with nothing but who they are. */
  goOnWith(joined: JoinResponse): void {
    if (joined.participantId !== this.id) throw new Error('This is somebody else.')
    this.device.leave()
    this.#formerDevices.push(this.device)
    this.#joined = joined
    this.device = new Device({ ...this.#options, joined })
    this.device.connect()
  }

  /** Resolves with the status of the answer. */
  async send(command: WorkshopCommand): Promise<number> {
    const { port, random, loss } = this.#options
    const { boardId, token } = this.#joined
    const status = await postCommand({ port, boardId, token, random, loss }, command)
    if (status === 200) this.commands += 1
    return status
  }

  /** For what must be taken. */
  async mustSend(command: WorkshopCommand): Promise<true> {
    const status = await this.send(command)
    if (status !== 200) throw new Error(`${command.type} of person ${this.number} was answered with ${status}`)
    return true
  }

  /** Writes, rewrites or takes back (empty) a hidden note; false when it came too late. */
  async writeNote(phaseId: string, id: string, text: string): Promise<boolean> {
    const key = `${phaseId}/${id}`
    const note = this.notes.get(key) ?? { phaseId, id, text: new Promised('') }
    this.notes.set(key, note)
    this.#made += 1
    const edit = `p${this.number}-${this.#made}`
    return await note.text.set(text, async () => (await this.send({ type: 'write-draft', phaseId, id, text, edit })) === 200)
  }

  async cast(roundId: string, marks: Marks): Promise<void> {
    const ballot = this.ballots.get(roundId) ?? new Promised<Marks | null>(null, isSameBallot)
    this.ballots.set(roundId, ballot)
    const value = Object.keys(marks).length > 0 ? marks : null
    await ballot.set(value, () => this.mustSend({ type: 'cast-ballot', roundId, marks: { ...marks } }))
  }

  async setReady(run: number, ready: boolean): Promise<void> {
    if (this.ready.run !== run) this.ready = { run, said: new Promised(false) }
    await this.ready.said.set(ready, () => this.mustSend({ type: 'set-ready', run, ready }))
  }

  async setHand(up: boolean): Promise<void> {
    await this.hand.set(up, () => this.mustSend({ type: 'set-hand', up }))
  }

  addCard(text: string): void {
    const id = this.#newId()
    this.device.edit((doc) => writeRecord(recordsOf(doc), { ...card(id, text), x: this.number * 340, y: this.#made * 90 }))
    this.cards.set(id, text)
  }

  /** Of a card that nobody else changes. */
  rewriteCard(id: string, text: string): void {
    if (!this.#change(id, { key: TEXT, value: text })) return
    this.cards.set(id, text)
  }

  moveCard(id: string): void {
    const place = {
      x: Math.round(this.random() * 9_000),
      y: Math.round(this.random() * 900),
      rotation: 0,
      parentId: 'page:page',
      index: 'a1',
    }
    this.#change(id, { key: PLACE, value: place })
  }

  link(from: string, to: string): void {
    const records = newLinkRecords({ id: this.#newId(), pageId: 'page:page', index: 'a1', from, to, meta: {} })
    this.device.edit((doc) => records.forEach((record) => writeRecord(recordsOf(doc), record)))
  }

  comment(cardId: string, text: string): void {
    this.#made += 1
    this.device.edit((doc) => writeComment(doc, `remark:${this.number}-${this.#made}`, cardId, text))
  }

  sayMeToo(cardId: string): void {
    this.device.edit((doc) => setMeToo(doc, cardId, this.id, true))
  }

  #change(id: string, change: FacetChange): boolean {
    const facets = recordsOf(this.device.doc).get(id)
    if (facets) this.device.edit(() => writeFacets(facets, [change]))
    return facets !== undefined
  }

  #newId(): string {
    this.#made += 1
    return `shape:p${this.number}-${this.#made}`
  }
}

function isSameBallot(a: Marks | null, b: Marks | null): boolean {
  const cards = Object.keys(a ?? {})
  return cards.length === Object.keys(b ?? {}).length && cards.every((cardId) => a?.[cardId] === b?.[cardId])
}
