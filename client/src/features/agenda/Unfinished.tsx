import { EyeOff, Vote } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import './agenda.css'

/** Id of the part of the panel where notes are revealed and votes closed. */
export const NOW_PART_ID = 'workshop-now'

/**
 * Where the workshop goes on: what would be left behind. An open vote stays on phones and on the wall whatever step comes next, and
 * hidden notes stay hidden.
 */
export function Unfinished({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { round, writing } = useReadable(session.view)
  const notes = writing?.notes ?? 0
  if (!round && notes === 0) return null
  return (
    <p className="unfinished">
      {round ? <Vote aria-hidden /> : <EyeOff aria-hidden />}
      <span>
        {round ? t('console.voteOpen', { title: round.title || t('voting.untitled') }) : t('console.notesHidden', { count: notes })}
      </span>
      <button type="button" className="btn btn-quiet" onClick={showNowPart}>
        {t('console.showPart')}
      </button>
    </p>
  )
}

function showNowPart(): void {
  const part = document.getElementById(NOW_PART_ID)
  part?.scrollIntoView({ block: 'start' })
  part?.focus({ preventScroll: true })
}
