import { Heart, MessageSquare } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import { boardRemarks } from '../../session/board-remarks.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { talkedAbout } from './talked-about.ts'

/** The cards that people talk about; what is new here first, then the latest. */
export function RemarkList({ session, onOpen }: { session: BoardSession; onOpen: (cardId: string) => void }) {
  const { t } = useText()
  const [withResolved, setWithResolved] = useState(false)
  const { cards } = useReadable(boardMapping(session).graph)
  const byCard = useReadable(boardRemarks(session).byCard)
  const all = talkedAbout(byCard, cards)
  const shown = withResolved ? all : all.filter(({ said }) => said.open > 0)
  const hasResolved = all.some(({ said }) => said.open < said.comments.length)
  return (
    <>
      <div className="panel-heading">
        <h3>{t('remarks.title')}</h3>
        {hasResolved && (
          <label className="switch">
            <input
              type="checkbox"
              role="switch"
              checked={withResolved}
              aria-checked={withResolved}
              onChange={(event) => setWithResolved(event.target.checked)}
            />
            <span>{t('remarks.showResolved')}</span>
          </label>
        )}
      </div>
      {shown.length === 0 && <p className="panel-empty">{t(all.length === 0 ? 'remarks.none' : 'remarks.noneOpen')}</p>}
      <ul className="remark-cards">
        {shown.map(({ card, said }) => {
          const last = said.comments.at(-1)
          return (
            <li key={card.id}>
              <button type="button" className="remark-card" data-kind={card.kind} onClick={() => onOpen(card.id)}>
                <strong>{card.text || t('remarks.unnamed')}</strong>
                {last && (
                  <span className="remark-last">
                    {last.stamp ? `${last.stamp.name}: ` : ''}
                    {last.text}
                  </span>
                )}
                <span className="remark-numbers tabular">
                  <span title={t('remarks.comments', { count: said.comments.length })}>
                    <MessageSquare aria-hidden /> <span className="visually-hidden">{t('remarks.title')} </span>
                    {withResolved ? said.comments.length : said.open}
                  </span>
                  {said.meToo.length > 0 && (
                    <span title={t('remarks.meToos', { count: said.meToo.length })}>
                      <Heart aria-hidden /> <span className="visually-hidden">{t('remarks.meToo')} </span>
                      {said.meToo.length}
                    </span>
                  )}
                  {said.unread > 0 && <span className="remark-new">{t('remarks.unread', { count: said.unread })}</span>}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
