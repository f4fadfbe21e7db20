import * as Y from 'yjs'
import { deviceCopyName } from './forget-device-copy.ts'
import { Cell, type Readable } from './readable.ts'

/** `kept`: everything is written; `writing`: something is on its way; `full`: the device has no room left; `unavailable`: the browser has no IndexedDB (private windows of some browsers). */
export type DeviceCopyState = 'loading' | 'kept' | 'writing' | 'full' | 'unavailable'

/** More rows than this are merged into one at the next opening: loading stays fast, writing stays cheap. */
const MERGE_ABOVE_ROWS = 200

const UPDATES = 'updates'

/** Origin of what is loaded: it must not be written back. */
const FROM_DEVICE = { name: 'device copy' }

/**
 * Keeps a copy of a board in this browser's IndexedDB, so that edits made without a connection survive a reload. Rows are
 * plain Yjs updates: loading them in any order, twice, or from two tabs at once gives the same document.
 */
export class DeviceCopy {
  readonly #state = new Cell<DeviceCopyState>('loading')
  readonly state: Readable<DeviceCopyState> = this.#state
  readonly #doc: Y.Doc
  readonly #name: string
  #db: IDBDatabase | undefined
  #unwritten: Uint8Array[] = []
  #flushing: Promise<void> | undefined
  #closed = false

  constructor(boardId: string, doc: Y.Doc) {
    this.#doc = doc
    this.#name = deviceCopyName(boardId)
    doc.on('update', this.#onUpdate)
  }

  /** Loads what this device holds into the document; resolves to whether there was anything. Never throws. */
  async load(): Promise<boolean> {
    try {
      this.#db = await openDatabase(this.#name)
      const rows = await readRows(this.#db)
      if (this.#closed) {
        this.#db.close()
        return false
      }
      if (rows.length > 0)
        Y.transact(this.#doc, () => rows.forEach((row) => Y.applyUpdate(this.#doc, row, FROM_DEVICE)), FROM_DEVICE, false)
      if (rows.length > MERGE_ABOVE_ROWS) await mergeRows(this.#db)
      await this.flush()
      return rows.length > 0
    } catch (cause) {
      this.#fail(cause)
      return false
    }
  }

  /** Resolves when all that was waiting is written, or could not be. Writes batch themselves: the next begins when the last ended. */
  flush(): Promise<void> {
    this.#flushing ??= this.#writeAll().finally(() => (this.#flushing = undefined))
    return this.#flushing
  }

  async #writeAll(): Promise<void> {
    while (this.#db && this.#unwritten.length > 0) {
      const batch = this.#unwritten.splice(0)
      try {
        const store = this.#db.transaction(UPDATES, 'readwrite').objectStore(UPDATES)
        store.add(Y.mergeUpdates(batch))
        // Nothing else is coming: a page that goes right now does not take it along. Browsers of before 2021 commit by themselves.
        store.transaction.commit?.()
        await finished(store.transaction)
      } catch (cause) {
        this.#unwritten.unshift(...batch)
        this.#fail(cause)
        return
      }
    }
    if (this.#db) this.#state.set('kept')
  }

  close(): void {
    this.#doc.off('update', this.#onUpdate)
    void this.flush().then(() => {
      this.#closed = true
      this.#db?.close()
    })
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FROM_DEVICE || this.#state.get() === 'unavailable') return
    this.#unwritten.push(update)
    if (!this.#db) return
    if (this.#state.get() === 'kept') this.#state.set('writing')
    void this.flush()
  }

  #fail(cause: unknown): void {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError'
    this.#state.set(isFull ? 'full' : 'unavailable')
    if (!isFull) this.#unwritten = []
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(UPDATES, { autoIncrement: true })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open'))
    request.onblocked = () => reject(new Error('IndexedDB is blocked by another tab'))
  })
}

function readRows(db: IDBDatabase): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const request = db.transaction(UPDATES, 'readonly').objectStore(UPDATES).getAll()
    request.onsuccess = () => resolve(request.result.filter((row) => row instanceof Uint8Array))
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not read'))
  })
}

/** One transaction: another tab sees either the rows or their merger. */
async function mergeRows(db: IDBDatabase): Promise<void> {
  const store = db.transaction(UPDATES, 'readwrite').objectStore(UPDATES)
  const request = store.getAll()
  request.onsuccess = () => {
    store.clear()
    store.add(Y.mergeUpdates(request.result))
  }
  await finished(store.transaction)
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up a transaction'))
  })
}
