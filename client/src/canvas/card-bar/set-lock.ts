import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import type { Editor } from 'tldraw'

/** The server lets only facilitators write this, and holds everybody else to it. */
export function setLock(editor: Editor, cards: readonly TLCardShape[], lock: boolean): void {
  editor.markHistoryStoppingPoint('lock')
  editor.updateShapes<TLCardShape>(cards.map(({ id }) => ({ id, type: 'card', meta: { lock } })))
}
