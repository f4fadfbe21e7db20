import { unmergeCards } from '@remedyboard/shared/mapping/merge'
import { ChevronRight, Ungroup } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import type { PathActions } from './DilemmaRows.tsx'
import { mayMerge } from './may-merge.ts'
import { pointing } from './pointing.ts'
import './similar-cards.css'

/** What was merged, and into what; each can stand for itself again. */
export function MergedCards({ session, onGoTo, onPoint }: PathActions & { session: BoardSession }) {
  const { t } = useText()
  const { graph: live } = boardMapping(session)
  const { cards, absorbed } = useReadable(live)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  if (absorbed.size === 0) return null
  const nameOf = (text: string) => text.trim() || t('coverage.unnamed')

  return (
    <details className="similar-cards">
      <summary>
        <ChevronRight aria-hidden /> {t('mapping.merged.title')}
        <span className="tabular">{[...absorbed.values()].reduce((sum, its) => sum + its.length, 0)}</span>
      </summary>
      <ul>
        {[...absorbed].map(([target, merged]) => (
          <li key={target} className={`similar-pair similar-${cards.get(target)?.kind ?? 'note'}`}>
            <button type="button" className="similar-text" onClick={() => onGoTo(target)} {...pointing(() => [target], onPoint)}>
              {nameOf(cards.get(target)?.text ?? '')}
            </button>
            {merged.map((card) => (
              <div key={card.id} className="similar-card similar-merged">
                <p className="similar-text">{nameOf(card.text)}</p>
                <button
                  type="button"
                  className="btn"
                  aria-label={t('mapping.merged.apartLabel', { text: nameOf(card.text) })}
                  disabled={!mayMerge(card, me.id, rights)}
                  onClick={() => session.edit(unmergeCards(live.get(), [card.id]))}
                >
                  <Ungroup aria-hidden /> {t('mapping.merged.apart')}
                </button>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
