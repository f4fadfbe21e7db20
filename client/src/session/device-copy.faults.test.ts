import { IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { DeviceCopy } from './device-copy.ts'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A browser whose IndexedDB ends every opening in this way. */
function opening(end: 'onerror' | 'onblocked', error: DOMException | null) {
  vi.stubGlobal('indexedDB', {
    open() {
      const request: Record<string, unknown> = { error }
      queueMicrotask(() => (request[end] as () => void)())
      return request
    },
  })
}

describe("a device's copy that fails", () => {
  it.each([
    ['cannot be opened', 'onerror', new DOMException('broken', 'UnknownError'), 'unavailable'],
    ['cannot be opened, without a word', 'onerror', null, 'unavailable'],
    ['is blocked by another tab', 'onblocked', null, 'unavailable'],
    ['has no room to be opened', 'onerror', new DOMException('full', 'QuotaExceededError'), 'full'],
  ] as const)('%s: the board goes on without', async (_name, end, error, state) => {
    opening(end, error)
    const doc = new Y.Doc()
    const copy = new DeviceCopy('b', doc)
    expect(await copy.load()).toBe(false)
    doc.getMap('m').set('a', 1)
    await copy.flush()
    expect(copy.state.get()).toBe(state)
    copy.close()
  })

  it('cannot be read: the board goes on without', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      const request = { error: null, onerror: () => undefined }
      queueMicrotask(() => request.onerror())
      return request as unknown as ReturnType<IDBObjectStore['getAll']> // as much of a request as is looked at
    })
    const copy = new DeviceCopy('b', new Y.Doc())
    expect(await copy.load()).toBe(false)
    expect(copy.state.get()).toBe('unavailable')
    copy.close()
  })

  it('gives up a write without a word: the board goes on without', async () => {
    const doc = new Y.Doc()
    const copy = new DeviceCopy('b', doc)
    await copy.load()
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
      this.abort()
    })
    doc.getMap('m').set('a', 1)
    await copy.flush()
    expect(copy.state.get()).toBe('unavailable')
    commit.mockRestore()
    copy.close()
  })

  it('left while it was being loaded, it brings nothing and keeps nothing open', async () => {
    const first = new Y.Doc()
    const kept = new DeviceCopy('b', first)
    await kept.load()
    first.getMap('m').set('a', 1)
    await kept.flush()
    kept.close()
    const doc = new Y.Doc()
    const copy = new DeviceCopy('b', doc)
    const loading = copy.load()
    copy.close()
    await Promise.resolve()
    expect(await loading).toBe(false)
    expect(doc.getMap('m').size).toBe(0)
  })
})
