import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { BoardSession } from './board-session.ts'

/** An area of the board: `meta.area` and what stands above it. */
export interface NamedArea {
  area: string
  name: string
}

/** The areas from left to right and top to bottom, as people read the board; each once, whatever annexes it has. */
export function boardAreas(records: ReadonlyMap<string, BoardRecord>): NamedArea[] {
  const found: (NamedArea & { x: number; y: number })[] = []
  for (const { type, meta, props, x, y } of records.values()) {
    const area = meta?.['area']
    const name = props?.['name']
    if (type !== 'frame' || typeof area !== 'string' || area === '' || Number(meta?.['annex'] ?? 0) > 0) continue
    found.push({ area, name: typeof name === 'string' && name !== '' ? name : area, x: Number(x ?? 0), y: Number(y ?? 0) })
  }
  return found.sort((a, b) => a.y - b.y || a.x - b.x).map(({ area, name }) => ({ area, name }))
}

export function areaName({ index }: Pick<BoardSession, 'index'>, area: string): string {
  return boardAreas(index.visible).find((each) => each.area === area)?.name ?? area
}
