import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { DocumentReader } from '@remedyboard/shared/board/document-reader'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { readRelayedFrames, type RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { defaultBindingUtils, defaultShapeTools, defaultTools, Editor, tipTapDefaultExtensions, type TLShapeId } from 'tldraw'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { bindUndo } from '../canvas/binding/bind-undo.ts'
import { createBoundStore, type BoundStore } from '../canvas/binding/create-bound-store.ts'
import { LIVE_STALE_MS } from '../canvas/binding/live-overlay.ts'
import { allShapeUtils } from '../canvas/board-shapes.ts'
import { leaveAreasAlone } from '../canvas/area/leave-areas-alone.ts'
import { cardTools } from '../canvas/card/card-tools.ts'
import { Acknowledgements } from '../session/acknowledgements.ts'
import type { BoardSession, PresentPerson } from '../session/board-session.ts'
import { withoutAwarenessEcho } from '../session/provider-fixes.ts'
import { Cell } from '../session/readable.ts'
import type { FuzzServer } from './fuzz-server.ts'
import { FuzzSocket, type FuzzLink } from './fuzz-socket.ts'

/** One person's page: document, provider, acknowledgements, reader, store, editor and undo, all of them the real ones. */
export class FuzzPeer {
  readonly link: FuzzLink
  readonly name: string
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly acknowledgements: Acknowledgements
  readonly reader: DocumentReader
  /** set when the board has come */
  bound: BoundStore | undefined
  editor: Editor | undefined
  gesturing = false
  /** what the running gesture put where, as long as nothing else of this person's moved it and the document has not heard of it */
  held: { id: TLShapeId; x: number; y: number } | undefined
  /** local updates in the order of their numbers: update n is at n - 1 */
  readonly updates: Uint8Array[] = []
  /** Yjs client ids that this person wrote under, in former visits too */
  readonly ownIds: ReadonlySet<number>
  /** the highest number that was echoed */
  echoed = 0
  /** local updates that a remote change caused; there must be none */
  derivedWrites = 0
  receiving = false
  #liveAt = 0
  readonly #session: BoardSession
  readonly #listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  readonly #stops: (() => void)[] = []

  constructor(server: FuzzServer, participantId: string, clientId: number, former?: { kept: Uint8Array; ownIds: ReadonlySet<number> }) {
    this.ownIds = new Set([clientId, ...(former?.ownIds ?? [])])
    this.name = participantId
    this.link = { server, participantId, online: true, socket: null }
    this.doc = new Y.Doc()
    this.doc.clientID = clientId
    const { link } = this
    const Socket = class extends FuzzSocket {
      constructor() {
        super(link)
      }
    }
    this.provider = new WebsocketProvider('ws://board/sync', 'b1', this.doc, {
      connect: false,
      disableBc: true,
      maxBackoffTime: 2_000,
      WebSocketPolyfill: Socket as unknown as typeof WebSocket, // has the part that y-websocket uses
    })
    withoutAwarenessEcho(this.provider)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) return
      this.updates.push(update)
      this.held = undefined
      if (this.receiving) this.derivedWrites += 1
    })
    this.acknowledgements = new Acknowledgements(this.provider)
    const onEcho = this.provider.messageHandlers[MessageType.ack]
    this.provider.messageHandlers[MessageType.ack] = (encoder, decoder, provider, emitSynced, type) => {
      this.echoed = Math.max(this.echoed, decoding.readVarUint(decoding.clone(decoder)))
      onEcho?.(encoder, decoder, provider, emitSynced, type)
    }
    this.reader = new DocumentReader(this.doc, (changes, origin) => this.#listeners.forEach((listener) => listener(changes, origin)))
    this.#session = this.#fakeSession()
    this.provider.awareness.setLocalState({})
    if (former) {
      Y.applyUpdate(this.doc, former.kept, 'device copy')
      this.acknowledgements.noteRestoredEdits()
      // `noteRestoredEdits` takes a number of its own.
      this.updates.push(former.kept)
      this.start()
    }
    this.provider.connect()
  }

  /** The board is there: open the canvas. */
  start(): void {
    if (this.bound || this.reader.index.visible.size === 0) return
    const bound = createBoundStore(this.#session, { shapeUtils: [...allShapeUtils], bindingUtils: defaultBindingUtils })
    const editor = new Editor({
      store: bound.store,
      shapeUtils: [...allShapeUtils],
      bindingUtils: defaultBindingUtils,
      tools: [...defaultTools, ...defaultShapeTools, ...cardTools],
      getContainer: () => document.body,
      options: { maxPages: 1 },
      textOptions: { addFontsFromNode: (_node, state) => state, tipTapConfig: { extensions: tipTapDefaultExtensions } },
    })
    const isInAny = editor.isInAny.bind(editor)
    editor.isInAny = (...paths) => this.gesturing || isInAny(...paths)
    this.bound = bound
    this.editor = editor
    this.#stops.push(bound.attachEditor(editor), bindUndo(editor, bound, this.doc), leaveAreasAlone(editor))
    editor.getInitialMetaForShape = () => ({ author: this.link.participantId })
  }

  endGesture(): void {
    this.gesturing = false
    this.held = undefined
  }

  /** Closes the page; returns what its device kept. */
  close(): Uint8Array {
    for (const stop of this.#stops.splice(0).reverse()) stop()
    this.editor?.dispose()
    this.bound?.dispose()
    const kept = Y.encodeStateAsUpdate(this.doc)
    this.acknowledgements.close()
    this.reader.close()
    this.provider.destroy()
    this.doc.destroy()
    return kept
  }

  #fakeSession(): BoardSession {
    const live = new Set<(frames: readonly RelayedFrame[]) => void>()
    this.provider.messageHandlers[MessageType.session] = () => undefined
    this.provider.messageHandlers[MessageType.refused] = () => undefined
    this.provider.messageHandlers[MessageType.live] = (_encoder, decoder) => {
      const frames = readRelayedFrames(decoder)
      this.#liveAt = Date.now()
      for (const listener of live) listener(frames)
    }
    const session: Partial<BoardSession> = {
      doc: this.doc,
      index: this.reader.index,
      people: new Cell<readonly PresentPerson[]>([]),
      sendLive: (frame) => {
        if (!this.provider.synced) return
        this.link.socket?.send(
          encoding.encode((encoder) => {
            encoding.writeVarUint(encoder, MessageType.live)
            encoding.writeUint8Array(encoder, frame)
          }),
        )
      },
      onLive: (listener) => {
        live.add(listener)
        return () => live.delete(listener)
      },
      onRecordChanges: (listener) => {
        this.#listeners.add(listener)
        return () => this.#listeners.delete(listener)
      },
    }
    return session as BoardSession // the binding reads nothing else of a session
  }

  /** True when the canvas must show the document and nothing else: no gesture here, none of others. */
  isAtRest(): boolean {
    return !this.gesturing && Date.now() - this.#liveAt > 2 * LIVE_STALE_MS
  }

  /** What the canvas shows of the document, by id. */
  shown(): Map<string, BoardRecord> {
    const found = new Map<string, BoardRecord>()
    const store = this.bound?.store
    for (const record of store?.allRecords() ?? []) {
      if (store?.scopedTypes.document.has(record.typeName)) found.set(record.id, record as unknown as BoardRecord) // plain JSON
    }
    return found
  }
}
