import type { Readable } from '../session/readable.ts'

export interface AreaInfo {
  /** record id of the frame */
  id: string
  area: string
  name: string
}

export type ExportTarget = { kind: 'board' } | { kind: 'selection' } | { kind: 'area'; frameId: string }

export interface ExportOptions {
  target: ExportTarget
  /** pixels per board unit */
  scale: 1 | 2 | 3
  background: boolean
  theme: 'light' | 'dark'
}

/** What the rest of the app may ask of the canvas. Type only: the canvas itself is loaded lazily. */
export interface CanvasApi {
  zoomToRecords(ids: readonly string[]): void
  zoomToArea(area: string): void
  zoomToStart(): void
  readonly selection: Readable<readonly string[]>
  readonly areas: Readable<readonly AreaInfo[]>
  readonly weakLinksShown: Readable<boolean>
  showWeakLinks(shown: boolean): void
  /** PNG of the target; throws `ExportError` with code `empty` or `too-large`. */
  exportPng(options: ExportOptions): Promise<Blob>
  /** stock tldraw Editor, for debugging and automation only */
  readonly editor: unknown
}
