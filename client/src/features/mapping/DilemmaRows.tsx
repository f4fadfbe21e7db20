import type { CoverageRow } from '@remedyboard/shared/mapping/coverage-rows'
import { useText } from '../../i18n/use-text.ts'
import { BasisMark, basisOf } from './BasisMark.tsx'
import type { MappingViewNow } from './mapping-view.ts'
import { pointing } from './pointing.ts'
import { pathOfRow } from './answer-path.ts'
import { STATE_ICONS } from './state-icons.ts'

export interface PathActions {
  /** shows the card on the board */
  onGoTo: (cardId: string) => void
  /** lights these cards and links on the board; none = nothing */
  onPoint: (ids: readonly string[]) => void
}

interface DilemmaRowsProps extends PathActions {
  rows: readonly CoverageRow[]
  view: MappingViewNow
}

/** Dilemmas with their remedies. Whatever is pointed at or focused lights up on the board; a click goes there. */
export function DilemmaRows({ rows, view, onGoTo, onPoint }: DilemmaRowsProps) {
  const { t } = useText()
  const { order, textOf } = view
  const nameOf = (id: string) => textOf(id) || t('coverage.unnamed')

  return (
    <ul className="mapping-rows">
      {rows.map((row, i) => {
        const { cardId, state, inheritedFrom, answers, family, votes } = row
        const Icon = STATE_ICONS[state]
        const startsFamily = order === 'kind' && family !== cardId && rows[i - 1]?.family !== family
        const path = () => pathOfRow(row)
        return (
          <li key={cardId} className={`mapping-row mapping-${state}`}>
            {startsFamily && <h4 className="mapping-family">{nameOf(family)}</h4>}
            <button
              type="button"
              className="mapping-name"
              title={t('coverage.goTo', { name: nameOf(cardId) })}
              onClick={() => onGoTo(cardId)}
              {...pointing(path, onPoint)}
            >
              <Icon aria-hidden />
              <span className="mapping-text">{nameOf(cardId)}</span>
              <span className="visually-hidden">, {t(`mapping.states.${state}`)}</span>
              {votes > 0 && <span className="mapping-votes tabular">{t('mapping.votes', { count: votes })}</span>}
            </button>
            {answers.length > 0 && (
              <ul className="mapping-answers">
                {inheritedFrom !== null && <li className="mapping-via">{t('mapping.via', { name: nameOf(inheritedFrom) })}</li>}
                {answers.map((answer) => (
                  <li key={answer.remedyId}>
                    <button
                      type="button"
                      title={t(`canvas.line.${basisOf(answer)}`)}
                      onClick={() => onGoTo(answer.remedyId)}
                      {...pointing(() => pathOfRow({ ...row, answers: [answer] }), onPoint)}
                    >
                      <BasisMark basis={basisOf(answer)} inherited={answer.inherited} />
                      <span className="mapping-text">{nameOf(answer.remedyId)}</span>
                      <span className="visually-hidden">, {t(`canvas.line.${basisOf(answer)}`)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}
