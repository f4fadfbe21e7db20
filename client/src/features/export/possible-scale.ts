import type { ExportSize } from '../../canvas/canvas-api.ts'

/** What people choose from, in pixels per board unit. */
export const SCALES = [1, 2, 3] as const
export type Scale = (typeof SCALES)[number]

export interface PossibleScale {
  /** the wanted one, or the largest that this device can paint */
  scale: number
  reduced: boolean
  /** of the finished picture */
  width: number
  height: number
}

/** `failedAt`: a scale at which this device gave up although it should have managed; the next try stays well below. */
export function possibleScale(wanted: number, size: ExportSize, failedAt: number | null): PossibleScale {
  const largest = Math.min(size.largestScale, failedAt === null ? Infinity : Math.floor(failedAt * 70) / 100)
  const scale = Math.min(wanted, largest)
  return { scale, reduced: scale < wanted, width: Math.floor(size.width * scale + 1e-6), height: Math.floor(size.height * scale + 1e-6) }
}
