/** Name of the database that holds this device's copy of a board. */
export function deviceCopyName(boardId: string): string {
  return `remedyboard/${boardId}`
}

/** Removes this device's copy of a board. A file of its own, because the home page needs it and must not load Yjs. */
export function forgetDeviceCopy(boardId: string): void {
  globalThis.indexedDB?.deleteDatabase(deviceCopyName(boardId))
}
