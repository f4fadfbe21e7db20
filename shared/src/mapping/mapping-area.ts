import type { BoardRecord } from '../board/board-record.ts'
import { oneOf, textOf } from './mapping-card.ts'

/** A frame with a purpose: an area that phases refer to, or a cluster of cards inside one. */
export interface MappingArea {
  /** record id of the frame */
  id: string
  /** its title, as people read it */
  name: string
  /** stable name; null = not an area */
  area: string | null
  /** null = not a cluster */
  cluster: 'suggested' | 'settled' | null
}

/** Reads a frame; null when it is neither area nor cluster. */
export function readArea({ id, typeName, type, props, meta }: BoardRecord): MappingArea | null {
  if (typeName !== 'shape' || type !== 'frame') return null
  const area = textOf(meta?.['area'])
  const cluster = oneOf(['suggested', 'settled'], meta?.['cluster'])
  return area === null && cluster === null ? null : { id, name: textOf(props?.['name']) ?? '', area, cluster }
}

/** Area and cluster of whatever lies in `parentId`: the nearest of each, from the inside out. */
export function surroundings(
  parentId: string | null,
  areaAt: (id: string) => MappingArea | undefined,
  parentOf: (id: string) => string | null,
): { area: string | null; cluster: string | null } {
  let cluster: string | null = null
  const visited = new Set<string>()
  for (let at = parentId; at !== null && !visited.has(at); at = parentOf(at)) {
    visited.add(at)
    const found = areaAt(at)
    if (found?.cluster && cluster === null) cluster = at
    if (found && found.area !== null) return { area: found.area, cluster }
  }
  return { area: null, cluster }
}
