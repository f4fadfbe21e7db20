import { RELATION_STATES, type RelationState } from '@remedyboard/shared/board/card'
import { relationRows, RELATIONS, type Relation } from '@remedyboard/shared/coordination/relations'
import { LocateFixed, Trash2 } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { CommitField } from '../../ui/CommitField.tsx'
import { useReadable } from '../../ui/use-readable.ts'
import { AddRelation } from './AddRelation.tsx'
import './relations.css'
import { useCoordinationEdits } from './use-coordination-edits.ts'
import type { Coordination } from './use-coordination.ts'

/** Longest note on a relation, in characters. */
const NOTE_LENGTH = 500

interface RelationsTableProps {
  session: BoardSession
  coordination: Coordination
  onGoTo: (cardId: string) => void
}

/** All relations between stakeholders: type, direction, state and note, what wants attention first. */
export function RelationsTable({ session, coordination, onGoTo }: RelationsTableProps) {
  const { t } = useText()
  const edits = useCoordinationEdits(session)
  const rights = useReadable(session.rights)
  const { graph, matrix } = coordination
  const rows = relationRows(graph)
  const nameOf = (id: string) => graph.cards.get(id)?.text || t('coordination.unnamed')
  const isKnown = (relation: string | null): relation is Relation => RELATIONS.some((one) => one === relation)
  return (
    <div className="relations">
      {rights.link && matrix.stakeholders.length > 1 && (
        <AddRelation stakeholders={matrix.stakeholders} onAdd={(from, to, relation) => edits.relate(from, to, relation)} />
      )}
      {rows.length === 0 && <p className="coordination-empty">{t('coordination.noRelations')}</p>}
      {rows.length > 0 && (
        <table className="relations-table">
          <thead>
            <tr>
              <th scope="col">{t('coordination.who')}</th>
              <th scope="col">{t('canvas.link.relation')}</th>
              <th scope="col">{t('coordination.whom')}</th>
              <th scope="col">{t('canvas.link.direction')}</th>
              <th scope="col">{t('canvas.link.state')}</th>
              <th scope="col">{t('canvas.link.note')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('coordination.show')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ link, from, to }) => {
              const { id, relation, state, bothWays, note, alike } = link
              const label = (field: string) => `${field}: ${nameOf(from)} → ${nameOf(to)}`
              return (
                <tr key={id} data-state={state ?? undefined}>
                  <th scope="row">
                    <button type="button" className="coordination-link" onClick={() => onGoTo(from)}>
                      {nameOf(from)}
                    </button>
                  </th>
                  <td>
                    <select
                      className="input"
                      aria-label={label(t('canvas.link.relation'))}
                      disabled={!rights.link}
                      value={relation ?? ''}
                      onChange={(event) => edits.changeRelation(id, { relation: event.target.value === '' ? null : event.target.value })}
                    >
                      <option value="">{t('canvas.details.notSaid')}</option>
                      {relation !== null && !isKnown(relation) && <option value={relation}>{relation}</option>}
                      {RELATIONS.map((one) => (
                        <option key={one} value={one}>
                          {t(`canvas.relation.${one}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td>
                    <button type="button" className="coordination-link" onClick={() => onGoTo(to)}>
                      {nameOf(to)}
                    </button>
                  </td>
                  <td>
                    <select
                      className="input"
                      aria-label={label(t('canvas.link.direction'))}
                      disabled={!rights.link}
                      value={bothWays ? 'both' : 'one'}
                      onChange={(event) =>
                        event.target.value === 'turn' ? edits.turn(id) : edits.setBothWays(id, event.target.value === 'both')
                      }
                    >
                      <option value="one">{t('canvas.link.directions.one')}</option>
                      <option value="both">{t('canvas.link.directions.both')}</option>
                      {!bothWays && <option value="turn">{t('canvas.link.turn')}</option>}
                    </select>
                  </td>
                  <td>
                    <select
                      className="input"
                      aria-label={label(t('canvas.link.state'))}
                      disabled={!rights.link}
                      value={state ?? ''}
                      // the options are the states
                      onChange={(event) =>
                        edits.changeRelation(id, { state: event.target.value === '' ? null : (event.target.value as RelationState) })
                      }
                    >
                      <option value="">{t('canvas.details.notSaid')}</option>
                      {RELATION_STATES.map((one) => (
                        <option key={one} value={one}>
                          {t(`canvas.link.states.${one}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="relations-note">
                    <CommitField
                      label={label(t('canvas.link.note'))}
                      value={note ?? ''}
                      disabled={!rights.link}
                      maxLength={NOTE_LENGTH}
                      placeholder={t('canvas.link.note')}
                      onCommit={(value) => edits.changeRelation(id, { note: value.trim() === '' ? null : value.trim() })}
                    />
                  </td>
                  <td className="relations-buttons">
                    <button
                      type="button"
                      className="btn btn-quiet btn-icon"
                      aria-label={label(t('coordination.show'))}
                      title={t('coordination.show')}
                      onClick={() => onGoTo(from)}
                    >
                      <LocateFixed aria-hidden />
                    </button>
                    {rights.link && (
                      <button
                        type="button"
                        className="btn btn-quiet btn-icon"
                        aria-label={label(t('canvas.link.delete'))}
                        title={t('canvas.link.delete')}
                        onClick={() => edits.remove([id, ...alike])}
                      >
                        <Trash2 aria-hidden />
                      </button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
