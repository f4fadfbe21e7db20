import { remarksOf } from '@remedyboard/shared/board/board-document'
import { readRemark } from '@remedyboard/shared/board/remarks'
import type * as Y from 'yjs'
import type { WrittenTexts } from './written-texts.ts'

/** Keeps the words of comments that were written here, so that a refused one can be offered back. */
export function noteRemarkTexts(doc: Y.Doc, server: unknown, written: WrittenTexts): void {
  const remarks = remarksOf(doc)
  remarks.observe(({ keysChanged }, transaction) => {
    if (transaction.origin === server) return
    for (const id of keysChanged) {
      const text = readRemark(id, remarks.get(id))?.text
      if (text) written.noteText(id, text)
    }
  })
}
