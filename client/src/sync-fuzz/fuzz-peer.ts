import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { DocumentReader } from '@remedyboard/shared/board/document-reader'
import { mayChangeSomething, type EditRights } from '@remedyboard/shared/board/permission'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import { defaultBindingUtils, defaultShapeTools, defaultTools, Editor, type TLShape, type TLShapeId } from 'tldraw'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { bindUndo } from '../canvas/binding/bind-undo.ts'
import { createBoundStore, type BoundStore } from '../canvas/binding/create-bound-store.ts'
import { LIVE_STALE_MS } from '../canvas/binding/live-overlay.ts'
import { allShapeUtils } from '../canvas/board-shapes.ts'
import { leaveAreasAlone } from '../canvas/area/leave-areas-alone.ts'
import { cardTools } from '../canvas/card/card-tools.ts'
import { makeEditorReleasable, releaseEditor } from '../canvas/release-editor.ts'
import { coEditing } from '../canvas/rich-text/co-editing.ts'
import { respectRights } from '../canvas/rights/respect-rights.ts'
import { Acknowledgements } from '../session/acknowledgements.ts'
import type { BoardSession } from '../session/board-session.ts'
import { withoutAwarenessEcho } from '../session/provider-fixes.ts'
import type { Cell } from '../session/readable.ts'
import { Uplink } from '../session/uplink.ts'
import { withoutFormattingCleanup } from '../session/without-formatting-cleanup.ts'
import type { FuzzServer } from './fuzz-server.ts'
import { fuzzSession } from './fuzz-session.ts'
import { FuzzSocket, type FuzzLink } from './fuzz-socket.ts'
import { openFuzzText, type FuzzText } from './fuzz-text.ts'

/** Small, so that what people wrote without a connection goes up in parts. */
const PART_BYTES = 400

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
  readonly held = new Map<TLShapeId, { x: number; y: number }>()
  /** local updates in the order of their numbers: update n is at n - 1 */
  readonly updates: Uint8Array[] = []
  /** Yjs client ids that this person wrote under, in former visits too */
  readonly ownIds: ReadonlySet<number>
  /** the highest number that was echoed */
  echoed = 0
  /** local updates that a remote change caused; there must be none */
  derivedWrites = 0
  receiving = false
  /** what this person drew last */
  stroke: TLShapeId | undefined
  /** a text that is open on this page */
  text: FuzzText | undefined
  /** what a viewer wrote was never applied: only a fresh document shows what the others see */
  mustStartOver = false
  #liveAt = 0
  readonly #session: BoardSession
  readonly #rights: Cell<EditRights>
  readonly #listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  readonly #stops: (() => void)[] = []

  constructor(server: FuzzServer, participantId: string, clientId: number, former?: { kept: Uint8Array; ownIds: ReadonlySet<number> }) {
    this.ownIds = new Set([clientId, ...(former?.ownIds ?? [])])
    this.name = participantId
    this.link = { server, participantId, online: true, socket: null }
    this.doc = new Y.Doc()
    withoutFormattingCleanup(this.doc)
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
      this.held.clear()
      if (this.receiving) this.derivedWrites += 1
    })
    this.acknowledgements = new Acknowledgements(this.provider, new Uplink(this.provider, PART_BYTES))
    const onEcho = this.provider.messageHandlers[MessageType.ack]
    this.provider.messageHandlers[MessageType.ack] = (encoder, decoder, provider, emitSynced, type) => {
      this.echoed = Math.max(this.echoed, decoding.readVarUint(decoding.clone(decoder)))
      onEcho?.(encoder, decoder, provider, emitSynced, type)
    }
    this.reader = new DocumentReader(this.doc, (changes, origin) => this.#listeners.forEach((listener) => listener(changes, origin)))
    const { session, rights } = fuzzSession({
      participantId,
      provider: this.provider,
      acknowledgements: this.acknowledgements,
      reader: this.reader,
      changeListeners: this.#listeners,
      sendLive: (frame) => link.socket?.send(frame),
      onLiveFrames: () => (this.#liveAt = Date.now()),
      onRefused: ({ refused }) => {
        if (refused.some(({ code }) => code === 'viewer')) this.mustStartOver = true
      },
    })
    this.#session = session
    this.#rights = rights
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
      initialState: 'select',
      textOptions: { addFontsFromNode: (_node, state) => state, ...coEditing(this.#session, bound, () => this.editor ?? null) },
    })
    makeEditorReleasable(editor)
    const isInAny = editor.isInAny.bind(editor)
    editor.isInAny = (...paths) => this.gesturing || isInAny(...paths)
    this.bound = bound
    this.editor = editor
    this.#stops.push(bound.attachEditor(editor), bindUndo(editor, bound, this.#session), leaveAreasAlone(editor))
    // Every other page does not know what it may do: a change of rights is on its way, or it is somebody's own client.
    if (Number(this.name.slice(1)) % 2 === 1) this.#stops.push(respectRights(editor, this.#session))
    const showRights = () => {
      const isReadonly = !mayChangeSomething(this.#rights.get())
      if (isReadonly) this.closeText()
      editor.updateInstanceState({ isReadonly })
    }
    showRights()
    this.#stops.push(this.#rights.subscribe(showRights))
    editor.getInitialMetaForShape = () => ({ author: this.link.participantId })
  }

  endGesture(): void {
    this.gesturing = false
    this.held.clear()
  }

  /** Closes the page; returns what its device kept. */
  close(): Uint8Array {
    this.closeText()
    for (const stop of this.#stops.splice(0).reverse()) stop()
    if (this.editor) {
      this.editor.dispose()
      releaseEditor(this.editor)
    }
    this.bound?.dispose()
    const kept = Y.encodeStateAsUpdate(this.doc)
    this.acknowledgements.close()
    this.reader.close()
    this.provider.destroy()
    this.doc.destroy()
    return kept
  }

  /** Takes a text into hand, as a double click does. */
  openText(shape: TLShape): void {
    const { editor } = this
    if (!editor) return
    this.closeText()
    editor.markHistoryStoppingPoint('editing shape')
    editor.setEditingShape(shape.id)
    if (editor.getEditingShapeId() !== shape.id) return
    editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
    this.text = openFuzzText(editor, shape) ?? undefined
  }

  /** Leaves the open text, as a click beside it does; React unmounts right after. */
  closeText(): void {
    if (!this.text) return
    this.text.render()
    this.editor?.complete()
    this.text.close()
    this.text = undefined
  }

  /** The next frame on this person's screen. */
  render(): void {
    if (!this.text) return
    if (this.editor?.getEditingShapeId() === this.text.id) return this.text.render()
    // Somebody deleted what was open, or undo closed it.
    this.text.close()
    this.text = undefined
  }

  /** True when the canvas must show the document and nothing else: no gesture here, none of others. */
  isAtRest(): boolean {
    return !this.gesturing && !this.text && Date.now() - this.#liveAt > 2 * LIVE_STALE_MS
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
