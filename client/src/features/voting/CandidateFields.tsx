import type { CardKind } from '@remedyboard/shared/board/card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { placesWithCards, type CandidateSource } from './candidates.ts'

interface CandidateFieldsProps {
  graph: MappingGraph
  source: CandidateSource
  cardKind: CardKind | null
  /** kinds that are on the board */
  kinds: readonly CardKind[]
  onChange: (change: { source?: CandidateSource; cardKind?: CardKind | null }) => void
}

/** Which cards: where they are, and of what kind. */
export function CandidateFields({ graph, source, cardKind, kinds, onChange }: CandidateFieldsProps) {
  const { t } = useText()
  const id = useId()
  const places = placesWithCards(graph)
  const options: { value: string; name: string; source: CandidateSource }[] = [
    { value: 'selection', name: t('voting.from.selection'), source: { from: 'selection', ids: [] } },
    ...places.map((place) => ({
      value: keyOf(place.source),
      name: `${t(`voting.from.${place.source.from}`)}: ${place.name}`,
      source: place.source,
    })),
    { value: 'all', name: t('voting.from.all'), source: { from: 'all' } },
  ]
  return (
    <div className="vote-where">
      <div className="field">
        <label htmlFor={`${id}-where`}>{t('voting.cards')}</label>
        <select
          id={`${id}-where`}
          className="input"
          value={keyOf(source)}
          onChange={(event) => onChange({ source: options.find(({ value }) => value === event.target.value)?.source ?? source })}
        >
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t('voting.kindFilter')}</label>
        <select
          id={`${id}-kind`}
          className="input"
          value={cardKind ?? ''}
          onChange={(event) => onChange({ cardKind: kinds.find((kind) => kind === event.target.value) ?? null })}
        >
          <option value="">{t('voting.anyKind')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`canvas.kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

function keyOf(source: CandidateSource): string {
  switch (source.from) {
    case 'area':
      return `area ${source.area}`
    case 'cluster':
      return `cluster ${source.cluster}`
    default:
      return source.from
  }
}
