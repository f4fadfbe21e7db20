import { STANCES, type Stance } from '@remedyboard/shared/board/card'
import { MOST_INFLUENCE } from '@remedyboard/shared/mapping/mapping-card'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { mayChangeCard } from '../../session/may-change-card.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useCoordinationEdits } from './use-coordination-edits.ts'
import type { Coordination } from './use-coordination.ts'

interface RatingTableProps {
  session: BoardSession
  coordination: Coordination
  onGoTo: (cardId: string) => void
}

const LEVELS = Array.from({ length: MOST_INFLUENCE + 1 }, (_, n) => n)

/** Influence and stance of each stakeholder. */
export function RatingTable({ session, coordination, onGoTo }: RatingTableProps) {
  const { t } = useText()
  const edits = useCoordinationEdits(session)
  const rights = useReadable(session.rights)
  const { me } = useReadable(session.view)
  const { stakeholders } = coordination.matrix
  if (stakeholders.length === 0) return <p className="coordination-empty">{t('plan.noStakeholders')}</p>
  return (
    <table className="rating">
      <thead>
        <tr>
          <th scope="col">{t('coordination.stakeholder')}</th>
          <th scope="col">{t('canvas.details.influence')}</th>
          <th scope="col">{t('canvas.details.stance')}</th>
        </tr>
      </thead>
      <tbody>
        {stakeholders.map((card) => {
          const name = card.text || t('coordination.unnamed')
          const disabled = !mayChangeCard(rights, card, me.id)
          return (
            <tr key={card.id}>
              <th scope="row">
                <button type="button" className="coordination-link" onClick={() => onGoTo(card.id)}>
                  {name}
                </button>
              </th>
              <td>
                <select
                  className="input"
                  aria-label={`${t('canvas.details.influence')}: ${name}`}
                  disabled={disabled}
                  value={card.influence ?? ''}
                  onChange={(event) => edits.rate(card.id, { influence: event.target.value === '' ? null : Number(event.target.value) })}
                >
                  <option value="">{t('canvas.details.notSaid')}</option>
                  {LEVELS.map((level) => (
                    <option key={level} value={level}>
                      {level}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <select
                  className="input"
                  aria-label={`${t('canvas.details.stance')}: ${name}`}
                  disabled={disabled}
                  value={card.stance ?? ''}
                  // the options are the stances
                  onChange={(event) => edits.rate(card.id, { stance: event.target.value === '' ? null : (event.target.value as Stance) })}
                >
                  <option value="">{t('canvas.details.notSaid')}</option>
                  {STANCES.map((stance) => (
                    <option key={stance} value={stance}>
                      {t(`canvas.stance.${stance}`)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
