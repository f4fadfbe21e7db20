/** A picture of a board larger than this is not kept: a dozen of them are loaded with the home page. Counted as a data URL. */
export const MAX_PICTURE_CHARS = 20_000

const DATABASE = 'remedyboard-pictures'
const PICTURES = 'pictures'

/** Keeps the picture of a board on this device. IndexedDB, because a dozen pictures would crowd out what localStorage is for. */
export async function keepPicture(boardId: string, dataUrl: string): Promise<void> {
  await change((store) => store.put(dataUrl, boardId))
}

/** Forgets the picture of a board. */
export async function forgetPicture(boardId: string): Promise<void> {
  await change((store) => store.delete(boardId))
}

/** The pictures of some boards, as data URLs by board id. Empty where the browser keeps nothing. */
export async function picturesOf(boardIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>()
  if (boardIds.length === 0) return pictures
  try {
    const db = await open()
    const store = db.transaction(PICTURES, 'readonly').objectStore(PICTURES)
    const found = await Promise.all(boardIds.map(async (id) => [id, await answer<unknown>(store.get(id))] as const))
    for (const [id, url] of found) if (typeof url === 'string' && url.startsWith('data:image/')) pictures.set(id, url)
    db.close()
  } catch {
    // Private windows keep nothing: the list is shown without pictures.
  }
  return pictures
}

async function change(run: (store: IDBObjectStore) => void): Promise<void> {
  try {
    const db = await open()
    const transaction = db.transaction(PICTURES, 'readwrite')
    run(transaction.objectStore(PICTURES))
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve()
      // A full device: a picture is the first thing to do without.
      transaction.onabort = () => resolve()
    })
    db.close()
  } catch {
    // see picturesOf
  }
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => void request.result.createObjectStore(PICTURES)
  return answer(request)
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not answer'))
  })
}
