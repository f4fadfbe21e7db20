import { recordsOf } from '@remedyboard/shared/board/board-document'
import { deleteRecord, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { encodeLiveFrame } from '@remedyboard/shared/protocol/live-frame'
import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { ownViewFor, sharedViewFor } from '@remedyboard/shared/workshop/view'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { card } from '../../../server/src/load/load-card.ts'
import { Connection } from '../../../server/src/room/connection.ts'
import { BOARD, openRoom, roomFixture, type RoomFixture } from '../../../server/src/room/room-fixture.ts'
import type { Room } from '../../../server/src/room/room.ts'
import { StoreError } from '../../../server/src/storage/store-error.ts'
import { DeviceCopy } from '../session/device-copy.ts'
import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { openBoard } from '../session/open-board.ts'
import { sessionQueue } from '../session/session-queue.ts'

/** Both ends of a socket to the room; frames arrive in the next microtask. `room` null: there is no network. */
class RoomWire {
  static room: Room | null = null
  static person = 'p1'
  static latest: RoomWire | undefined
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  bufferedAmount = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: Uint8Array }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  #connection: Connection | null = null

  readonly url: string

  constructor(url: string) {
    this.url = url
    RoomWire.latest = this
    queueMicrotask(() => this.#open())
  }

  send(frame: Uint8Array): void {
    const bytes = new Uint8Array(frame)
    queueMicrotask(() => this.#connection && this.#room?.receive(this.#connection, bytes))
  }

  close(): void {
    this.readyState = 3
    if (this.#connection) this.#room?.detach(this.#connection)
    this.#connection = null
  }

  /** The connection ends with a code. */
  end(code: number): void {
    if (this.readyState === 3) return
    this.close()
    this.onclose?.({ code, reason: '' })
  }

  #room: Room | null = null

  #open(): void {
    const { room } = RoomWire
    if (!room) return this.end(1006)
    this.readyState = 1
    this.onopen?.()
    this.#room = room
    const connection = room.attach(
      {
        bufferedAmount: 0,
        send: (data) => queueMicrotask(() => this.onmessage?.({ data: new Uint8Array(data) })),
        close: (code) => queueMicrotask(() => this.end(code)),
        terminate: () => queueMicrotask(() => this.end(1006)),
      },
      RoomWire.person,
    )
    if (connection instanceof Connection) this.#connection = connection
    else this.end(connection)
  }
}

let fixture: RoomFixture
const sessions: BoardSession[] = []

beforeEach(async () => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('WebSocket', RoomWire)
  fixture = await roomFixture()
  RoomWire.room = fixture.room
  RoomWire.person = 'p1'
  const facilitator = fixture.client('f1')
  writeRecord(recordsOf(facilitator.doc), { id: 'page:page', typeName: 'page', name: 'P', index: 'a1', meta: {} })
})
afterEach(async () => {
  for (const session of sessions.splice(0)) session.close()
  await fixture.registry.close()
  vi.unstubAllGlobals()
})

function open(person = 'p1', early?: Promise<Uint8Array | null>): BoardSession {
  RoomWire.person = person
  const { workshop } = fixture.room
  const me = ownViewFor(workshop, new Map(), person)
  if (!me) throw new Error('not on the roster')
  const { title, template, locale, joinCode } = BOARD
  const response: BoardResponse = {
    id: BOARD.id,
    title,
    template,
    locale,
    joinCode,
    session: { ...sharedViewFor(workshop, new Map(), me.role), me },
  }
  const session = openBoard(response, early)
  sessions.push(session)
  return session
}

const until = (session: BoardSession, state: string) =>
  vi.waitFor(() => {
    fixture.clock.advance(250)
    expect(session.status.get().state).toBe(state)
  }, 5_000)

const write = ({ doc }: BoardSession, id: string, text = 'words') =>
  doc.transact(() => writeRecord(recordsOf(doc), { ...card(id, text), meta: { author: 'p1' } }))

describe('an open board', () => {
  it('[R2] [R7] connects, shows the board, and says when what was written is saved', async () => {
    const session = open()
    expect([session.status.get().state, session.ready.get()]).toEqual(['connecting', false])
    await until(session, 'saved')
    expect(session.ready.get()).toBe(true)
    expect(RoomWire.latest?.url).toMatch(/\/sync\/b1\?v=\d+$/)
    fixture.store.hold()
    const changes: string[] = []
    const stop = session.onRecordChanges((changed) => changes.push(...changed.keys()))
    write(session, 'shape:a')
    expect(session.status.get()).toEqual({ state: 'saving' })
    expect(session.sentNumber()).toBe(1)
    fixture.store.release()
    await until(session, 'saved')
    await vi.waitFor(() => expect(session.records.get().has('shape:a')).toBe(true))
    stop()
    write(session, 'shape:b')
    expect(changes).toEqual(['shape:a'])
    expect(session.serverNow()).toBeGreaterThan(0)
  })

  it('[R3] shows the document that came before the socket, and sends nothing of it', async () => {
    const facilitator = fixture.client('f1')
    facilitator.doc.transact(() => writeRecord(recordsOf(facilitator.doc), card('shape:early', 'words')))
    const network = RoomWire.room
    RoomWire.room = null
    const session = open('p1', fixture.room.wholeBoard())
    await vi.waitFor(() => expect(session.ready.get()).toBe(true))
    expect(session.index.visible.has('shape:early')).toBe(true)
    RoomWire.room = network
    await until(session, 'saved')
    expect(session.sentNumber()).toBe(0)
  })

  it('opens through the socket when something else answered in place of the document', async () => {
    const session = open('p1', Promise.resolve(new TextEncoder().encode('<html>Welcome to our guest network</html>')))
    await until(session, 'saved')
    expect(session.ready.get()).toBe(true)
  })

  it('opened again, it connects, and is not called away before that has failed', async () => {
    const first = open()
    await until(first, 'saved')
    dispatchEvent(new Event('pagehide'))
    await vi.waitFor(() => expect(first.deviceCopy.get()).toBe('kept'))
    first.close()
    sessions.length = 0
    const second = open()
    const states: string[] = []
    second.status.subscribe(() => states.push(second.status.get().state))
    await until(second, 'saved')
    expect(states).not.toContain('offline')
  })

  it('[R7] keeps what is written without a connection, through a reload, and sends it when it can', async () => {
    const first = open()
    await until(first, 'saved')
    RoomWire.room = null
    RoomWire.latest?.end(1006)
    write(first, 'shape:offline')
    await vi.waitFor(() => expect(first.status.get()).toEqual({ state: 'offline', unsaved: true, kept: true }))
    dispatchEvent(new Event('pagehide'))
    first.close()
    sessions.length = 0
    const second = open()
    await vi.waitFor(() => expect(second.ready.get()).toBe(true))
    expect(second.index.visible.has('shape:offline')).toBe(true)
    await vi.waitFor(() => expect(second.status.get()).toMatchObject({ state: 'offline', unsaved: true }))
    RoomWire.room = fixture.room
    await vi.waitFor(() => expect(second.status.get().state).toBe('saved'), 5_000)
    const witness = fixture.client('p2')
    await vi.waitFor(() => expect(recordsOf(witness.doc).has('shape:offline')).toBe(true))
  })

  it('[R13] says that nothing is saved while the server cannot store, and goes on by itself', async () => {
    const session = open()
    await until(session, 'saved')
    fixture.store.failWith = new StoreError('disk-full', 'full')
    write(session, 'shape:a')
    await until(session, 'not-saved')
    fixture.store.failWith = null
    await until(session, 'saved')
  })

  it('a note that waits between two tries is not saved, and without a connection it is said whether it would go with the page', async () => {
    let takes = false
    vi.stubGlobal('fetch', async () => (takes ? Response.json({ version: 1 }) : Response.json({}, { status: 503 })))
    const setItem = vi.spyOn(localStorage, 'setItem')
    const session = open()
    await until(session, 'saved')
    dispatchEvent(new Event('pagehide'))
    await vi.waitFor(() => expect(session.deviceCopy.get()).toBe('kept'))
    const queue = sessionQueue(session)
    draftOutbox(session).write('A3', 'n1', 'no bus after six')
    await vi.waitFor(() => expect(queue.stuck.get()).toBe(true))
    expect(session.status.get()).toEqual({ state: 'saving' })
    RoomWire.room = null
    RoomWire.latest?.end(1006)
    expect(session.status.get()).toEqual({ state: 'offline', unsaved: true, kept: true })
    setItem.mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    draftOutbox(session).write('A3', 'n2', 'a second one, for which there is no room')
    expect(session.status.get()).toEqual({ state: 'offline', unsaved: true, kept: false })
    setItem.mockRestore()
    takes = true
    await vi.waitFor(() => {
      queue.tryNow()
      expect(session.status.get()).toMatchObject({ state: 'offline', unsaved: false })
    })
  })

  it('[R31] [R32] says so when the server says not to come back', async () => {
    const session = open()
    await until(session, 'saved')
    RoomWire.latest?.end(CloseCode.removed)
    expect(session.status.get()).toEqual({ state: 'closed', code: CloseCode.removed })
  })

  it('[R28] tells what the server did not keep, with the words', async () => {
    const session = open()
    await until(session, 'saved')
    const told: unknown[] = []
    const stop = session.onRefused((refused, among) => told.push([refused, among]))
    session.doc.transact(() => {
      writeRecord(recordsOf(session.doc), { ...card('shape:wrong', 'my words'), type: 'no-such-type' })
    })
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(0))
    expect(JSON.stringify(told)).toContain('my words')
    expect(JSON.stringify(told)).toContain('"after":0')
    stop()
  })

  it('shows who is here, me first, and passes gestures on', async () => {
    const mine = open('p1')
    // Nobody hears of what is dragged before the board is there.
    mine.sendLive(encodeLiveFrame({ gesture: 1, kind: 'end' }))
    await until(mine, 'saved')
    const theirs = open('p2')
    await until(theirs, 'saved')
    mine.setPresence({ cursor: { x: 1, y: 2 } })
    theirs.setPresence({ cursor: { x: 3, y: 4 } })
    const seen: unknown[] = []
    const stop = theirs.onLive((frames) => seen.push(...frames))
    await vi.waitFor(() => {
      fixture.clock.advance(50)
      mine.sendLive(encodeLiveFrame({ gesture: 1, kind: 'end' }))
      expect(mine.people.get().map(({ isMe, id }) => [isMe, id])).toEqual([
        [true, 'p1'],
        [false, 'p2'],
      ])
      expect(seen.length).toBeGreaterThan(0)
    })
    stop()
  })

  it('follows the workshop: rights change with the phase', async () => {
    const session = open()
    await until(session, 'saved')
    expect(session.rights.get().add).toBe(true)
    const text = { en: 'x', zh: 'x' }
    const phase = { id: 'ph', name: text, instruction: text, minutes: 5, area: 'x', can: ['watch' as const], privacy: 'open' as const }
    await fixture.room.record([
      { type: 'agenda-set', agenda: [phase] },
      { type: 'phase-set', phaseId: 'ph' },
    ])
    await vi.waitFor(() => {
      fixture.clock.advance(250)
      expect(session.view.get().phaseId).toBe('ph')
    })
    expect(session.rights.get().add).toBe(false)
  })

  it('a command counts as unsaved until it is answered, also with a refusal', async () => {
    const session = open()
    await until(session, 'saved')
    let answer: (response: Response) => void = () => undefined
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
    const sent = session.send({ type: 'set-name', name: 'Mei' })
    expect(session.status.get().state).toBe('saving')
    answer(Response.json({ version: 1 }))
    await sent
    expect(session.status.get().state).toBe('saved')
    const refused = session.send({ type: 'set-name', name: 'Mei' })
    answer(Response.json({ error: { code: 'not-allowed', message: 'no' } }, { status: 403 }))
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'not-allowed' })
    expect(session.status.get().state).toBe('saved')
  })

  it('edits for panels tell the canvas before, and can be undone as one', async () => {
    const session = open()
    await until(session, 'saved')
    const before = vi.fn<() => void>()
    const stop = session.onBeforeEdit(before)
    session.edit([{ op: 'create', record: { ...card('shape:a', 'x'), meta: { author: 'p1' } } }])
    stop()
    session.edit([{ op: 'delete', id: 'shape:a' }])
    expect(before).toHaveBeenCalledTimes(1)
    expect(session.index.visible.has('shape:a')).toBe(false)
  })

  it('closed before its copy was loaded, it opens no connection', async () => {
    RoomWire.latest = undefined
    const session = open()
    session.close()
    sessions.length = 0
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(RoomWire.latest).toBeUndefined()
  })
})

describe('[R36] a device that was away for months', () => {
  it('loses what was purged from its copy, and everybody keeps what it wrote elsewhere', async () => {
    const { registry, clock } = fixture
    const first = open()
    await until(first, 'saved')
    write(first, 'shape:gone')
    write(first, 'shape:kept')
    first.doc.transact(() => deleteRecord(recordsOf(first.doc).get('shape:gone') as Y.Map<unknown>))
    await until(first, 'saved')
    first.close()
    sessions.length = 0
    await fixture.room.drain({ compact: true })
    clock.advance(31 * 24 * 60 * 60 * 1_000)
    // Offline: an edit of what is going to be purged, and one of what is not.
    RoomWire.room = null
    const away = open()
    await vi.waitFor(() => expect(away.ready.get()).toBe(true))
    const facetsOf = (id: string) => recordsOf(away.doc).get(id) as Y.Map<unknown>
    away.doc.transact(() => {
      facetsOf('shape:gone').set('del', false)
      writeFacets(facetsOf('shape:kept'), [{ key: 'text', value: 'written offline' }])
    })
    expect(away.index.visible.has('shape:gone')).toBe(true)
    RoomWire.room = await openRoom(registry)
    await vi.waitFor(() => expect(away.status.get().state).toBe('saved'), 5_000)
    expect(away.index.visible.has('shape:gone')).toBe(false)
    expect(away.index.visible.get('shape:kept')?.props?.['text']).toBe('written offline')
    // And after the next reload of that device, too.
    await vi.waitFor(() => expect(away.deviceCopy.get()).toBe('kept'))
    const doc = new Y.Doc()
    const copy = new DeviceCopy(BOARD.id, doc)
    await copy.load()
    copy.close()
    expect([...recordsOf(doc).keys()]).not.toContain('shape:gone')
  })
})
