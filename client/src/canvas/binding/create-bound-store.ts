import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { bearRecord, deleteRecord, diffFacets, reviveRecord, writeFacets, type FacetChange } from '@remedyboard/shared/board/facets'
import { overlayFacets, shareStructure } from '@remedyboard/shared/board/overlay-facets'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { RICH_TEXT, RICH_TEXT_PROP } from '@remedyboard/shared/board/rich-text'
import {
  createTLStore,
  type Editor,
  type RecordsDiff,
  type TLAnyBindingUtilConstructor,
  type TLAnyShapeUtilConstructor,
  type TLRecord,
  type TLStore,
  type TLStoreOptions,
} from 'tldraw'
import * as Y from 'yjs'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell, type Readable } from '../../session/readable.ts'
import { TEXT_EDITOR } from '../rich-text/text-editor-origin.ts'
import { CANVAS_ORIGIN } from './canvas-origin.ts'
import { forgetRemovedShapes } from './forget-removed-shapes.ts'
import { followLiveGestures } from './follow-live-gestures.ts'
import { isInGesture } from './is-in-gesture.ts'
import { LiveGesture } from './live-gesture.ts'
import { LiveOverlay } from './live-overlay.ts'
import { changeSilently, mergeSilently } from './merge-silently.ts'
import { toBoardRecord, toTLRecord } from './record-casts.ts'

/** While a gesture goes on, the document hears of it this often; others see it live through message 104. */
const GESTURE_WRITE_MS = 1_000

export interface BoundStore {
  readonly store: TLStore
  /** ids of records that tldraw's schema refuses: kept in the document, off the canvas */
  readonly quarantined: Readable<ReadonlySet<string>>
  /** origin of every transaction in which this person's changes are written */
  readonly origin: object
  /** Writes what is unsent, in the middle of a gesture too. */
  flush(): void
  /** Runs `change` without writing what it does to the store; returns the ids it touched and those with unsent changes. */
  withoutWriting(change: () => void): ReadonlySet<string>
  /**
   * The shared text of a record, for an editor that binds itself to it; null when the record was born without one. What is unsent
   * is written first, so that a shape made a moment ago has its text.
   */
  textOf(id: string): Y.XmlFragment | null
  /**
   * From now on an editor writes this record's text into the document and into the store by itself: the binding keeps its hands
   * off it. Returns the way to end that.
   */
  holdText(id: string): () => void
  /** Makes the store show these records as the document has them. Not inside a store operation. */
  restore(ids: ReadonlySet<string>): void
  /** Tells the binding about gestures; call when the editor is mounted, and the returned function when it goes. */
  attachEditor(editor: Editor): () => void
  dispose(): void
}

interface BoundStoreOptions {
  shapeUtils: readonly TLAnyShapeUtilConstructor[]
  bindingUtils: readonly TLAnyBindingUtilConstructor[]
  collaboration?: TLStoreOptions['collaboration']
  assets?: TLStoreOptions['assets']
}

/**
 * Keeps a tldraw store and the board document equal. Local changes become facet writes; changes of others are merged
 * record by record, validated first, with tldraw's side effects off: its after-handlers would answer a remote change with
 * writes of their own on every peer. What the store shows is always the document with this person's unsent changes over it.
 * The session must be `ready`.
 */
export function createBoundStore(session: BoardSession, options: BoundStoreOptions): BoundStore {
  const store = createTLStore(options)
  const records = recordsOf(session.doc)
  const origin = CANVAS_ORIGIN
  const births = { name: 'births' }
  const quarantined = new Cell<ReadonlySet<string>>(new Set())
  /** the record as the document had it before this person's unsent changes; null = not in the document */
  const unsent = new Map<string, BoardRecord | null>()
  const toMerge = new Set<string>()
  /** records whose text is in the hands of an editor */
  const heldTexts = new Set<string>()
  let editor: Editor | undefined
  let writeTimer: ReturnType<typeof setTimeout> | undefined

  const recordInStore = (id: string) => {
    const record = store.get(id as TLRecord['id'])
    return record && toBoardRecord(record)
  }

  let muted = false
  const others = new LiveOverlay((id) => session.index.visible.get(id))
  const myGesture = new LiveGesture({
    send: (frame) => session.sendLive(frame),
    now: () => Date.now(),
    *unsent() {
      for (const [id, before] of unsent) {
        const now = recordInStore(id)
        if (before && now) yield [before, now] as const
      }
    },
  })

  const collect = ({ changes }: { changes: RecordsDiff<TLRecord> }) => {
    const first = (id: string, before: BoardRecord | null) => {
      if (!unsent.has(id)) unsent.set(id, before)
    }
    for (const record of Object.values(changes.added)) first(record.id, session.index.visible.get(record.id) ?? null)
    for (const [before] of Object.values(changes.updated)) first(before.id, toBoardRecord(before))
    for (const record of Object.values(changes.removed)) first(record.id, toBoardRecord(record))
    if (muted) return
    const isNew = Object.keys(changes.added).length > 0
    if (!isNew && editor && isInGesture(editor)) {
      writeTimer ??= setTimeout(write, GESTURE_WRITE_MS)
      myGesture.touch()
    } else {
      write()
    }
  }

  const write = () => {
    clearTimeout(writeTimer)
    writeTimer = undefined
    if (unsent.size === 0) return
    const batch = [...unsent]
    unsent.clear()
    // A birth is not undoable: undoing it would destroy the record, and with it what others wrote into it meanwhile.
    // It is born deleted; lifting the tombstone is what makes it appear, and what an undo takes back.
    const born = batch.flatMap(([id]) => {
      const now = recordInStore(id)
      return now && !records.has(id) ? [now] : []
    })
    if (born.length > 0) session.doc.transact(() => born.forEach((record) => bearRecord(records, record)), births)
    session.doc.transact(() => {
      for (const [id, before] of batch) {
        const now = recordInStore(id)
        const facets = records.get(id)
        if (!facets) continue
        if (!now) deleteRecord(facets)
        else if (before) writeFacets(facets, withoutHeldText(id, diffFacets(before, now)))
        else reviveRecord(facets, now)
      }
    }, origin)
    // Where reading repairs what was written, nothing changed for readers, and nobody tells: this store alone would differ.
    for (const [id] of batch) toMerge.add(id)
    queueMicrotask(merge)
  }

  const flush = () => {
    store._flushHistory()
    write()
  }

  const withoutHeldText = (id: string, changes: readonly FacetChange[]) =>
    heldTexts.has(id) ? changes.filter(({ key }) => key !== RICH_TEXT_PROP) : changes

  /** Whoever shows another text to an editor in use resets it: caret and composition would be gone. */
  const withHeldText = (inStore: BoardRecord | undefined, record: BoardRecord): BoardRecord => {
    const richText = heldTexts.has(record.id) ? inStore?.props?.['richText'] : undefined
    return richText === undefined ? record : { ...record, props: { ...record.props, richText } }
  }

  /** The document's record with this person's unsent changes over it; undefined = not on the canvas. */
  const wanted = (id: string): BoardRecord | undefined => {
    const inDocument = session.index.visible.get(id)
    const inStore = recordInStore(id)
    if (!unsent.has(id)) return inDocument && shareStructure(inStore, withHeldText(inStore, others.apply(inDocument)))
    const before = unsent.get(id)
    if (!before || !inStore) return inStore
    if (!inDocument) {
      // Somebody deleted it while we were changing it: the tombstone wins, as it does in the document.
      unsent.delete(id)
      return undefined
    }
    const mine = diffFacets(before, inStore)
    const theirs = others.apply(inDocument)
    unsent.set(id, theirs)
    return shareStructure(inStore, overlayFacets(theirs, mine))
  }

  const merge = () => {
    if (toMerge.size === 0) return
    store._flushHistory()
    const ids = [...toMerge]
    toMerge.clear()
    const put: TLRecord[] = []
    const removed: TLRecord['id'][] = []
    const refused = new Set(quarantined.get())
    for (const id of ids) {
      const former = recordInStore(id)
      const next = wanted(id)
      refused.delete(id)
      if (next === former) continue
      if (next && isValid(store, next, former)) {
        put.push(toTLRecord(next))
        continue
      }
      if (next) refused.add(id)
      if (former) removed.push(id as TLRecord['id'])
    }
    mergeSilently(store, () => {
      store.put(put)
      store.remove(removed)
      forgetRemovedShapes(store, new Set(removed))
    })
    if (refused.size !== quarantined.get().size || [...refused].some((id) => !quarantined.get().has(id))) quarantined.set(refused)
  }

  const onRecordChanges = (changes: RecordChanges, changeOrigin: unknown) => {
    others.settle(changes.keys())
    for (const id of changes.keys()) toMerge.add(id)
    // Our own write comes back from inside the store's flush: it is merged right after.
    if (changeOrigin === origin || changeOrigin === births || changeOrigin === TEXT_EDITOR) queueMicrotask(merge)
    else merge()
  }

  /** Puts the document's records into the store as they are, inside a store operation too. */
  const showDocument = (ids: Iterable<string>) => {
    const put: TLRecord[] = []
    const removed: TLRecord['id'][] = []
    for (const id of ids) {
      const former = recordInStore(id)
      const inDocument = session.index.visible.get(id)
      if (inDocument && isValid(store, inDocument, former)) put.push(toTLRecord(shareStructure(former, inDocument)))
      else if (former) removed.push(id as TLRecord['id'])
    }
    store.put(put)
    store.remove(removed)
    forgetRemovedShapes(store, new Set(removed))
  }

  const restore = (ids: ReadonlySet<string>) => {
    for (const id of ids) toMerge.add(id)
    merge()
  }
  restore(new Set(session.index.visible.keys()))
  const stopListening = store.listen(collect, { source: 'user', scope: 'document' })
  const stopRecords = session.onRecordChanges(onRecordChanges)
  const stopLive = followLiveGestures(session, others, restore)
  // Whoever looks elsewhere in mid-drag may not come back.
  const onAway = () => flush()
  document.addEventListener('visibilitychange', onAway)
  for (const event of ['pagehide', 'blur']) window.addEventListener(event, onAway)

  return {
    store,
    quarantined,
    origin,
    flush,
    withoutWriting(change) {
      store._flushHistory()
      muted = true
      try {
        // What tldraw puts back are whole old records: with what others did meanwhile they may hang in a circle, which its side
        // effects never come out of. Nothing may look at them before the document's are in their place.
        changeSilently(store, () => {
          change()
          store._flushHistory()
          showDocument(unsent.keys())
        })
        store._flushHistory()
      } finally {
        muted = false
      }
      const touched = new Set(unsent.keys())
      unsent.clear()
      clearTimeout(writeTimer)
      writeTimer = undefined
      myGesture.finish('cancel')
      return touched
    },
    textOf(id) {
      flush()
      const text = records.get(id)?.get(RICH_TEXT)
      return text instanceof Y.XmlFragment ? text : null
    },
    holdText(id) {
      heldTexts.add(id)
      return () => {
        flush()
        heldTexts.delete(id)
        restore(new Set([id]))
      }
    },
    restore,
    attachEditor(mounted) {
      editor = mounted
      const onPointerEnd = () => {
        if (isInGesture(mounted)) return
        flush()
        myGesture.finish('end')
      }
      mounted.on('tick', onPointerEnd)
      return () => {
        flush()
        mounted.off('tick', onPointerEnd)
        editor = undefined
      }
    },
    dispose() {
      flush()
      stopListening()
      stopRecords()
      stopLive()
      document.removeEventListener('visibilitychange', onAway)
      for (const event of ['pagehide', 'blur']) window.removeEventListener(event, onAway)
      store.dispose()
    },
  }
}

function isValid(store: TLStore, record: BoardRecord, former: BoardRecord | undefined): boolean {
  const types = store.schema.types as Record<string, { scope: string; validate(record: unknown, former?: unknown): unknown } | undefined>
  const type = types[record.typeName]
  if (!type || type.scope !== 'document') return false
  try {
    type.validate(record, former)
    return true
  } catch {
    return false
  }
}
