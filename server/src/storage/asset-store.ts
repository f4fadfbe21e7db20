import type { Readable } from 'node:stream'

/** An image that is being read piece by piece: whoever fetches many and reads none must not fill the memory. */
export interface OpenAsset {
  bytes: number
  /** its first bytes, enough to tell its type */
  head: Uint8Array
  /** the whole of it */
  content: Readable
}

/** Longest head of an image that `OpenAsset` has: see `imageType`. */
export const ASSET_HEAD_BYTES = 8_192

/**
 * Images of boards. They live apart from the log: a photo of 10 MB must not delay the commit of a word.
 * An image is named by the SHA-256 of its content (64 hex digits), so it never changes and the same one is kept once per board.
 */
export interface AssetStore {
  /** Keeps an image; resolves when it would survive a loss of power. Rejects with `StoreError` 'disk-full' or 'unavailable'. */
  put(boardId: string, sha256: string, bytes: Uint8Array): Promise<void>
  /** Undefined when there is none. Rejects with `StoreError` 'unavailable'. Whoever opens an image reads or destroys it. */
  open(boardId: string, sha256: string): Promise<OpenAsset | undefined>
  /** All images of a board together. */
  totalBytes(boardId: string): Promise<number>
}
