import { Check, Minus } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** For facilitators: who has written; how much only when names were announced. Those who have not come first. */
export function WhoWrote({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { roster = [] } = useReadable(session.view)
  const writers = roster.filter(({ role, wrote, awaySince }) => role === 'participant' && (awaySince === undefined || Boolean(wrote)))
  if (writers.length === 0) return null
  const sorted = writers.toSorted((a, b) => Number(Boolean(a.wrote)) - Number(Boolean(b.wrote)) || a.name.localeCompare(b.name))
  return (
    <details className="drafts-more">
      <summary>
        {t('drafts.who')} <span className="tabular">{`${writers.filter(({ wrote }) => Boolean(wrote)).length}/${writers.length}`}</span>
      </summary>
      <ul className="drafts-who">
        {sorted.map(({ id, name, wrote }) => (
          <li key={id} data-wrote={Boolean(wrote)}>
            {wrote ? <Check aria-hidden /> : <Minus aria-hidden />} <span>{name}</span>
            <span className="drafts-who-state">
              {typeof wrote === 'number' && wrote > 0
                ? t('drafts.wroteCount', { count: wrote })
                : wrote
                  ? t('drafts.wrote')
                  : t('drafts.wroteNot')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
