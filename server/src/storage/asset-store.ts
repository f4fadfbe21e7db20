/**
 * Images of boards. They live apart from the log: a photo of 10 MB must not delay the commit of a word.
 * An image is named by the SHA-256 of its content (64 hex digits), so it never changes and the same one is kept once per board.
 */
export interface AssetStore {
  /** Keeps an image; resolves when it would survive a loss of power. Rejects with `StoreError` 'disk-full' or 'unavailable'. */
  put(boardId: string, sha256: string, bytes: Uint8Array): Promise<void>
  get(boardId: string, sha256: string): Promise<Uint8Array | undefined>
  /** All images of a board together. */
  totalBytes(boardId: string): Promise<number>
}
