/**
 * What one board may hold; the server enforces it. People meet none of these in a workshop: they bound what a broken or hostile
 * client can do to everybody else.
 */
export const RECORD_LIMITS = {
  /** records of all kinds, deleted ones included; loading 10,000 takes 150 ms on the server (measured) */
  records: 20_000,
  /** characters of a record id; tldraw's have about 30 */
  idLength: 100,
  /** facets of one record */
  facets: 200,
  /** characters of one facet as JSON; a drawn line of 600 points, the most tldraw puts into one shape, has about 20,000 */
  facetLength: 65_536,
  /** board units from the origin in each direction, and size of a shape */
  coordinate: 1_000_000,
} as const
