import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { DeviceCopy } from './device-copy.ts'

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => vi.unstubAllGlobals())

async function open(id = 'board') {
  const doc = new Y.Doc()
  const copy = new DeviceCopy(id, doc)
  const hadAny = await copy.load()
  return { doc, copy, hadAny, words: doc.getMap<string>('words') }
}

describe('DeviceCopy', () => {
  it('gives back after a reload what was written before', async () => {
    const first = await open()
    expect(first.hadAny).toBe(false)
    first.words.set('a', '停水')
    await first.copy.flush()
    const second = await open()
    expect(second.hadAny).toBe(true)
    expect(second.words.get('a')).toBe('停水')
    expect(second.copy.state.get()).toBe('kept')
  })

  it('keeps what was written while it was still loading', async () => {
    const doc = new Y.Doc()
    const copy = new DeviceCopy('board', doc)
    const loading = copy.load()
    doc.getMap('words').set('early', 'yes')
    await loading
    expect((await open()).words.get('early')).toBe('yes')
  })

  it('does not write back what it loaded', async () => {
    const first = await open()
    first.words.set('a', '1')
    await first.copy.flush()
    for (let i = 0; i < 3; i++) await (await open()).copy.flush()
    const rows = await new Promise((resolve) => {
      const request = indexedDB.open('remedyboard/board')
      request.onsuccess = () => {
        const count = request.result.transaction('updates').objectStore('updates').count()
        count.onsuccess = () => resolve(count.result)
      }
    })
    expect(rows).toBe(1)
  })

  it('two tabs that write at once lose nothing, and many rows are merged', async () => {
    const [a, b] = [await open(), await open()]
    for (let i = 0; i < 150; i++) {
      a.words.set(`a${i}`, 'x')
      b.words.set(`b${i}`, 'x')
      await Promise.all([a.copy.flush(), b.copy.flush()])
    }
    expect((await open()).words.size).toBe(300)
    expect((await open()).words.size).toBe(300)
  })

  it('keeps boards apart', async () => {
    const first = await open('one')
    first.words.set('a', '1')
    await first.copy.flush()
    expect((await open('two')).hadAny).toBe(false)
  })

  it('says so when the browser has no IndexedDB, and the board goes on', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const { copy, words } = await open()
    words.set('a', '1')
    expect(copy.state.get()).toBe('unavailable')
  })

  it('says so when the device is full, keeps the edits and writes them when there is room again', async () => {
    const first = await open()
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    first.words.set('a', '1')
    await first.copy.flush()
    expect(first.copy.state.get()).toBe('full')
    add.mockRestore()
    first.words.set('b', '2')
    await first.copy.flush()
    expect(first.copy.state.get()).toBe('kept')
    expect((await open()).words.toJSON()).toEqual({ a: '1', b: '2' })
  })
})
