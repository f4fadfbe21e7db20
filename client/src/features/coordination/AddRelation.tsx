import { RELATIONS, type Relation } from '@remedyboard/shared/coordination/relations'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'

interface AddRelationProps {
  stakeholders: readonly MappingCard[]
  onAdd: (from: string, to: string, relation: Relation) => void
}

/** Who stands how to whom: a new relation, drawn on the board as well. */
export function AddRelation({ stakeholders, onAdd }: AddRelationProps) {
  const { t } = useText()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [relation, setRelation] = useState<Relation>(RELATIONS[0])
  const choice = (label: string, value: string, onChange: (value: string) => void, without: string) => (
    <select className="input" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{label}…</option>
      {stakeholders
        .filter(({ id }) => id !== without)
        .map(({ id, text }) => (
          <option key={id} value={id}>
            {text || t('coordination.unnamed')}
          </option>
        ))}
    </select>
  )
  return (
    <form
      className="add-relation"
      onSubmit={(event) => {
        event.preventDefault()
        onAdd(from, to, relation)
        setTo('')
      }}
    >
      {choice(t('coordination.who'), from, setFrom, to)}
      <select
        className="input"
        aria-label={t('canvas.link.relation')}
        value={relation}
        onChange={(event) => setRelation(event.target.value as Relation)} // the options are the relations
      >
        {RELATIONS.map((one) => (
          <option key={one} value={one}>
            {t(`canvas.relation.${one}`)}
          </option>
        ))}
      </select>
      {choice(t('coordination.whom'), to, setTo, from)}
      <button type="submit" className="btn btn-primary" disabled={from === '' || to === ''}>
        <Plus aria-hidden /> {t('coordination.addRelation')}
      </button>
    </form>
  )
}
