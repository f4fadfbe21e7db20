import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { DocumentReader } from '@remedyboard/shared/board/document-reader'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import { cardShapeProps } from '@remedyboard/shared/board/tl-schema'
import type { RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import {
  BaseBoxShapeUtil,
  createShapeId,
  defaultBindingUtils,
  defaultShapeUtils,
  DocumentRecordType,
  PageRecordType,
  TLDOCUMENT_ID,
  type IndexKey,
  type TLRecord,
  type TLStore,
} from 'tldraw'
import * as Y from 'yjs'
import type { BoardSession, PresentPerson, RefusedWork } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { createBoundStore, type BoundStore } from './create-bound-store.ts'
import { toBoardRecord, toTLRecord } from './record-casts.ts'

export class TestCardUtil extends BaseBoxShapeUtil<never> {
  static override type = 'card' as const
  static override props = cardShapeProps
  override getDefaultProps(): never {
    throw new Error('not used')
  }
  override component(): null {
    return null
  }
  override indicator(): null {
    return null
  }
}

const PAGE = PageRecordType.createId('page')
const SEED: BoardRecord[] = [
  toBoardRecord(DocumentRecordType.create({ id: TLDOCUMENT_ID })),
  toBoardRecord(PageRecordType.create({ id: PAGE, name: 'Board', index: 'a1' as IndexKey })),
]

type LiveListener = (frames: readonly RelayedFrame[]) => void
type RefusedListener = Parameters<BoardSession['onRefused']>[0]

interface Peer {
  doc: Y.Doc
  bound: BoundStore
  reader: DocumentReader
  live: Set<LiveListener>
  session: BoardSession
  /** the server says that it took changes back, of those up to now */
  refuse: (refused: readonly RefusedWork[]) => void
}

/** Two or more people's documents; `exchange` is the network. */
export class TestRoom {
  readonly peers: Peer[] = []

  join(): Peer & { store: TLStore } {
    const doc = new Y.Doc()
    const first = this.peers[0]
    if (first) Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc))
    else seedBoard(doc, { title: 't', locale: 'en', template: 'blank', schemaVersion: 1 }, SEED)
    const live = new Set<LiveListener>()
    const listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
    const reader = new DocumentReader(doc, (changes, origin) => listeners.forEach((listener) => listener(changes, origin)))
    const refusals = new Set<RefusedListener>()
    let sent = 0
    doc.on('update', (_update: Uint8Array, origin: unknown) => (sent += origin === 'network' ? 0 : 1))
    let answered = 0
    const session = {
      doc,
      sentNumber: () => sent,
      onRefused(listener: RefusedListener) {
        refusals.add(listener)
        return () => refusals.delete(listener)
      },
      index: reader.index,
      people: new Cell<readonly PresentPerson[]>([]),
      sendLive: (frame: Uint8Array) => {
        for (const peer of this.peers) if (peer.doc !== doc) for (const listener of peer.live) listener([{ clientId: doc.clientID, frame }])
      },
      onLive(listener: LiveListener) {
        live.add(listener)
        return () => live.delete(listener)
      },
      onRecordChanges(listener: (changes: RecordChanges, origin: unknown) => void) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    } as Partial<BoardSession> as BoardSession // the binding reads nothing else of a session
    const bound = createBoundStore(session, { shapeUtils: [...defaultShapeUtils, TestCardUtil], bindingUtils: defaultBindingUtils })
    const refuse = (refused: readonly RefusedWork[]) => {
      for (const listener of refusals) listener(refused, { after: answered, upTo: sent })
      answered = sent
    }
    const peer: Peer = { doc, bound, reader, live, session, refuse }
    this.peers.push(peer)
    return { ...peer, store: bound.store }
  }

  /** Local changes reach the documents, documents reach each other, stores settle. */
  async exchange(): Promise<void> {
    for (const { bound } of this.peers) bound.store._flushHistory()
    for (const from of this.peers)
      for (const to of this.peers)
        if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'network')
    await Promise.resolve()
  }

  close(): void {
    for (const { bound, reader, doc } of this.peers.splice(0)) {
      bound.dispose()
      reader.close()
      doc.destroy()
    }
  }
}

export function card(name: string, change: Partial<BoardRecord> & { text?: string } = {}): TLRecord {
  const { text = '', ...rest } = change
  return toTLRecord({
    id: createShapeId(name),
    typeName: 'shape',
    type: 'card',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: PAGE,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { w: 320, h: 70, kind: 'note', size: 'm', text },
    ...rest,
  })
}

export function change(store: TLStore, name: string, update: (record: BoardRecord) => BoardRecord): void {
  store.update(createShapeId(name), (record) => toTLRecord(update(toBoardRecord(record))) as typeof record)
}
