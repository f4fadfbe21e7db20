/** How images of a board are addressed on this server; the last part is named by the content. */
const ASSET_PATH = /^\/api\/boards\/[^/]+\/assets\/([0-9a-f]{64})$/

/**
 * The address from which this board shows an image, or null for one that is not ours: an image on somebody else's server
 * would tell it who looks at the board. The board's own id is put in, because a board can be restored under another.
 */
export function boardAssetSrc(boardId: string, src: string | null): string | null {
  const sha256 = src === null ? undefined : ASSET_PATH.exec(src)?.[1]
  return sha256 === undefined ? null : `/api/boards/${encodeURIComponent(boardId)}/assets/${sha256}`
}
