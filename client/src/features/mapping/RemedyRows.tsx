import type { CoverageColumn } from '@remedyboard/shared/mapping/coverage-rows'
import { Lightbulb } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { pathOfRemedy } from './answer-path.ts'
import type { PathActions } from './DilemmaRows.tsx'
import type { MappingViewNow } from './mapping-view.ts'
import { pointing } from './pointing.ts'

interface RemedyRowsProps extends PathActions {
  columns: readonly CoverageColumn[]
  view: MappingViewNow
}

/** Remedies with how much they answer: the ones nobody uses, and the one everybody leans on. */
export function RemedyRows({ columns, view, onGoTo, onPoint }: RemedyRowsProps) {
  const { t } = useText()
  const { graph, mostLoaded, textOf } = view
  return (
    <ul className="mapping-rows">
      {columns.map(({ cardId, dilemmas, unused, votes }) => {
        const name = textOf(cardId) || t('coverage.unnamed')
        const path = () => pathOfRemedy(cardId, graph)
        const isMostLoaded = mostLoaded.includes(cardId)
        return (
          <li key={cardId} className={`mapping-row mapping-remedy${unused ? ' mapping-unused' : ''}`}>
            <button
              type="button"
              className="mapping-name"
              title={t('coverage.goTo', { name })}
              onClick={() => onGoTo(cardId)}
              {...pointing(path, onPoint)}
            >
              <Lightbulb aria-hidden />
              <span className="mapping-text">
                {name}
                <span className={isMostLoaded ? 'mapping-count mapping-most' : 'mapping-count'}>
                  {unused ? t('mapping.notUsed') : t('mapping.answers', { count: dilemmas })}
                  {isMostLoaded && ` · ${t('mapping.mostLoaded')}`}
                </span>
              </span>
              {votes > 0 && <span className="mapping-votes tabular">{t('mapping.votes', { count: votes })}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
