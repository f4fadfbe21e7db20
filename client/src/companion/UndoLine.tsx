import { Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { undoableEdits } from '../session/undoable-edits.ts'
import { announce } from '../ui/announce.ts'
import { useReadable } from '../ui/use-readable.ts'

/** Long enough to notice and to reach: a screen reader says what was done first. */
const SHOWN_MS = 15_000

/** What was done last, and a way back, above the lower edge of a task. */
export function UndoLine({ session }: { session: BoardSession }) {
  const { t } = useText()
  const edits = undoableEdits(session)
  const last = useReadable(edits.latest)

  useEffect(() => {
    if (!last) return
    announce(last.words)
    const timer = setTimeout(() => edits.forget(), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [edits, last])
  // Another task has other things to take back.
  useEffect(() => () => edits.forget(), [edits])

  if (!last) return null
  const undo = () => {
    edits.undo()
    announce(t('phone.write.undone'))
    // The button goes away; what is on the screen now begins here.
    document.getElementById('main')?.focus()
  }
  return (
    <p className="phone-undo">
      <span>{last.words}</span>
      <button type="button" className="btn" onClick={undo}>
        <Undo2 aria-hidden /> {t('phone.write.undo')}
      </button>
    </p>
  )
}
