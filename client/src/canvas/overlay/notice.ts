import { atom, WeakCache, type Atom, type Editor } from 'tldraw'
import { announce } from '../../ui/announce.ts'

/** Words over the canvas about something that goes on or went wrong. */
export interface Notice {
  text: string
  tone: 'progress' | 'done' | 'problem'
  /** how much is done, as a share of 1 */
  share?: number
}

/** Long enough to read two lines. Progress stays until it ends, problems until somebody closes them. */
const DONE_MS = 5_000

const notices = new WeakCache<Editor, Atom<Notice | null>>()

export function noticeOf(editor: Editor): Atom<Notice | null> {
  return notices.get(editor, () => atom<Notice | null>('notice', null))
}

export function showNotice(editor: Editor, notice: Notice | null): void {
  const current = noticeOf(editor)
  if (notice && notice.text !== current.get()?.text) announce(notice.text)
  current.set(notice)
  if (notice?.tone !== 'done') return
  editor.timers.setTimeout(() => {
    if (current.get() === notice) current.set(null)
  }, DONE_MS)
}
