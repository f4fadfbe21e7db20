/** 120 bits, as many as tldraw's own ids have; no two are ever alike. */
const ID_BYTES = 15

/**
 * A new id for a shape (a card, a link, a frame), in the form of tldraw's own. `crypto.randomUUID` would be missing on plain http
 * pages in the LAN.
 */
export function newShapeId(): string {
  return `shape:${newId()}`
}

/** A new id: 20 characters that need no escaping anywhere. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
