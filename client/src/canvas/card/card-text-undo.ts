import { recordsOf } from '@remedyboard/shared/board/board-document'
import { TEXT } from '@remedyboard/shared/board/facets'
import * as Y from 'yjs'
import { CANVAS_ORIGIN } from '../binding/canvas-origin.ts'

/** Letters typed within this time of each other are one step. */
const STEP_MS = 500

/** Undo and redo while a card's text is open. */
export interface CardTextUndo {
  undo(): void
  redo(): void
  stop(): void
}

/**
 * Takes back one's own letters in an open text and nobody else's. The browser's own undo forgets everything as soon as somebody
 * else's words are put in, and the board's takes back the whole edit. The board's follows what is undone here. Null for a card
 * that is not in the document yet.
 */
export function cardTextUndo(doc: Y.Doc, cardId: string): CardTextUndo | null {
  const text = recordsOf(doc).get(cardId)?.get(TEXT)
  if (!(text instanceof Y.Text)) return null
  const manager = new Y.UndoManager(text, { trackedOrigins: new Set([CANVAS_ORIGIN]), captureTimeout: STEP_MS })
  return {
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    stop: () => manager.destroy(),
  }
}
