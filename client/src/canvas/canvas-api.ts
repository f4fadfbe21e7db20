import type { RoundResult } from '@remedyboard/shared/workshop/round'
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
  scale: number
  background: boolean
  theme: 'light' | 'dark'
  /** aborted: the export ends with the signal's reason */
  signal?: AbortSignal
  /** 0 to 1 */
  onProgress?: (share: number) => void
  /** SVG only: for looking at it here, no font is put inside */
  withoutFont?: boolean
}

export interface ExportedSvg {
  blob: Blob
  /** false: Chinese texts need a Chinese font where the file is opened, because the server could not be asked for one */
  hasFont: boolean
}

/** A target in board units, and the most pixels per unit that a PNG of it can have on this device. */
export interface ExportSize {
  width: number
  height: number
  largestScale: number
}

/** What the rest of the app may ask of the canvas. Type only: the canvas itself is loaded lazily. */
export interface CanvasApi {
  zoomToRecords(ids: readonly string[]): void
  /** Lights these cards and links until it is called again; none = nothing is lit. */
  highlight(ids: readonly string[]): void
  /** `notesIn`: areas to show instead, those of them that hold cards */
  zoomToArea(area: string, notesIn?: readonly string[]): void
  /** The same for a wall, where nobody can move the view: all of it, however small. */
  showArea(area: string, notesIn: readonly string[]): void
  zoomToStart(): void
  /** Shows this part of the board, in board units, as large as the canvas allows. */
  showPart(part: { x: number; y: number; w: number; h: number }): void
  /** Puts the cards of a closed round in the order of its ranking, best first, each in its own area or cluster. */
  sortByResult(result: RoundResult): void
  readonly selection: Readable<readonly string[]>
  readonly areas: Readable<readonly AreaInfo[]>
  readonly weakLinksShown: Readable<boolean>
  /** ids of records whose data tldraw refuses: kept in the document, on nobody's canvas */
  readonly quarantined: Readable<ReadonlySet<string>>
  showWeakLinks(shown: boolean): void
  /** PNG of the target; throws `ExportError` with code `empty`, `too-large` or `failed`. */
  exportPng(options: ExportOptions): Promise<Blob>
  /** SVG of the target; throws `ExportError` with code `empty`. */
  exportSvg(options: ExportOptions): Promise<ExportedSvg>
  /** null when there is nothing to draw */
  exportSize(target: ExportTarget): ExportSize | null
  /** Shows what this person sees, as they move about, until somebody moves the camera here or `stopFollowing` is called. */
  followPerson(participantId: string): void
  stopFollowing(): void
  /** the participant whose view is shown */
  readonly following: Readable<string | null>
  /** A small picture (at most 320 × 200) of the start view; null on an empty board. */
  thumbnail(): Promise<Blob | null>
  /** stock tldraw Editor, for debugging and automation only */
  readonly editor: unknown
}
