import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { reactionsOf } from '../../session/reactions.ts'
import { tallyReactions } from '../../session/tally-reactions.ts'
import { ReactionIcon } from '../../ui/ReactionIcon.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import './shown-reactions.css'
import { useReactionNews } from './use-reaction-news.ts'

/** Names before only the number counts. */
const NAMES_SHOWN = 2

/** What people show the room now, at the edge of the board: seen, never in the way. Screen readers hear a count instead. */
export function ShownReactions({ session }: { session: BoardSession }) {
  const { t } = useText()
  const tallies = tallyReactions(useReadable(reactionsOf(session)))
  useReactionNews(session)
  return (
    <ul className="shown-reactions" aria-hidden>
      {tallies.map(({ id, count, names }) => (
        <li key={id}>
          <ReactionIcon id={id} />
          {names.length <= NAMES_SHOWN && <span className="shown-reaction-names">{names.join(t('reactions.and'))}</span>}
          {count > 1 && <b className="tabular">{count}</b>}
        </li>
      ))}
    </ul>
  )
}
