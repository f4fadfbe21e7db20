import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { pickableRemedies } from './pickable-remedies.ts'

interface RemedyPickerProps {
  graph: MappingGraph
  onBack: () => void
  onPick: (remedyId: string) => void
}

/** Remedies to choose from: those that no action puts into practice come first. */
export function RemedyPicker({ graph, onBack, onPick }: RemedyPickerProps) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const remedies = pickableRemedies(graph, search)
  return (
    <>
      <div className="plan-back">
        <button type="button" className="btn btn-quiet" onClick={onBack}>
          <ArrowLeft aria-hidden /> {t('plan.title')}
        </button>
      </div>
      <h3>{t('plan.pick')}</h3>
      <input
        ref={focusOnArrival}
        className="input"
        type="search"
        aria-label={t('plan.search')}
        placeholder={t('plan.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {remedies.length === 0 && <p className="plan-empty">{t(search === '' ? 'plan.noRemedies' : 'plan.nothingFound')}</p>}
      <ul className="plan-list">
        {remedies.map(({ card, answers, hasAction }) => (
          <li key={card.id}>
            <button type="button" className="plan-item plan-remedy" onClick={() => onPick(card.id)}>
              <strong>{card.text}</strong>
              <span className="plan-item-facts">
                <span>{t('plan.answers', { count: answers })}</span>
                {hasAction && <span className="chip">{t('plan.hasAction')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
