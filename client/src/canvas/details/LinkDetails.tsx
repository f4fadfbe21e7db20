import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import { DUTIES, RELATION_STATES, type Duty, type RelationState } from '@remedyboard/shared/board/card'
import { RELATIONS } from '@remedyboard/shared/coordination/relations'
import { pointLink, removeLinks, turnLink } from '@remedyboard/shared/mapping/link-operations'
import { linkType, readLink } from '@remedyboard/shared/mapping/mapping-link'
import { ArrowLeftRight, Check, Trash2 } from 'lucide-react'
import { useEditor, useValue, type TLArrowShape } from 'tldraw'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { useText } from '../../i18n/use-text.ts'
import { toBoardRecord } from '../binding/record-casts.ts'
import { BoardIcon } from '../card/card-icons.tsx'
import { LineSample } from '../link/LineSample.tsx'
import { linkStyle } from '../link/link-style.ts'
import { lineKind, linkEnds, linkMeta } from '../link/links.ts'
import { usePalette } from '../look/use-palette.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { DraftField } from './DraftField.tsx'
import { SelectField } from './SelectField.tsx'

/** What a link says, by the two cards that it joins, and everything that can be said about it. */
export function LinkDetails({ link, canEdit }: { link: TLArrowShape; canEdit: boolean }) {
  const editor = useEditor()
  const { t } = useText()
  const palette = usePalette()
  const session = useCanvasSession()
  const cards = useValue(
    'cards of the link',
    () => {
      const ends = linkEnds(editor, link)
      const start = ends && editor.getShape<TLCardShape>(ends.start.toId)
      const end = ends && editor.getShape<TLCardShape>(ends.end.toId)
      return start && end && ends ? { start, end, ends } : null
    },
    [editor, link],
  )
  if (!cards) return <p className="rb-side-note">{t('canvas.link.plain')}</p>

  const { start, end, ends } = cards
  const type = linkType(start.props.kind, end.props.kind)
  const said = readLink(toBoardRecord(link))
  const line = lineKind(editor, link, ends)
  const { rationale, origin } = linkMeta(link)
  const quote = typeof origin?.quote === 'string' ? origin.quote : ''
  const edit = (operations: BoardOperation[]) => session.edit(operations)
  const set = (field: 'basis' | 'relation' | 'state' | 'duty' | 'note' | 'rationale') => (value: string | undefined) =>
    edit([{ op: 'change', id: link.id, changes: [{ key: `meta.${field}`, value }] }])
  const write = (field: 'note' | 'rationale') => (typed: string) => {
    set(field)(typed.trim() === '' ? undefined : typed.trim())
    return null
  }

  return (
    <>
      {!canEdit && <p className="rb-side-note">{t('canvas.details.readOnly')}</p>}
      <fieldset className="rb-details" disabled={!canEdit}>
        <p className="rb-link-kind">
          <LineSample style={linkStyle(line, palette)} />
          {t(`canvas.link.type.${type}`)}
        </p>
        <ul className="rb-link-ends">
          {[start, end].map((card, i) => (
            <li key={i}>
              <button type="button" onClick={() => editor.select(card.id)} title={t('canvas.link.toCard')}>
                <span className="rb-kind-icon" data-kind={card.props.kind}>
                  <BoardIcon name={card.props.kind} size={17} />
                </span>
                {card.props.text || t(`canvas.kind.${card.props.kind}`)}
              </button>
            </li>
          ))}
        </ul>
        {(said.basis !== 'group' || type === 'answer') && (
          <div className="rb-link-buttons">
            <span className="rb-basis" data-basis={said.basis}>
              {t(`canvas.line.${said.basis}`)}
            </span>
            {said.basis === 'implied-weak' && (
              <button type="button" className="btn" onClick={() => set('basis')('group')}>
                <Check aria-hidden /> {t('canvas.link.confirm')}
              </button>
            )}
          </div>
        )}
        {said.basis === 'group' ? (
          <DraftField label={t('canvas.link.why')} value={rationale} long onCommit={write('rationale')} />
        ) : (
          <>
            {rationale !== undefined && <p className="rb-link-why">{rationale}</p>}
            {quote !== '' && <blockquote lang="en">{quote}</blockquote>}
          </>
        )}
        {type === 'relation' && (
          <>
            <SelectField
              label={t('canvas.link.relation')}
              value={RELATIONS.find((known) => known === said.relation)}
              options={[
                { value: '', label: t('canvas.details.notSaid') },
                ...RELATIONS.map((value) => ({ value, label: t(`canvas.relation.${value}`) })),
              ]}
              onChoose={set('relation')}
            />
            <ChoiceField<RelationState>
              label={t('canvas.link.state')}
              value={said.state ?? 'positive'}
              options={RELATION_STATES.map((value) => ({ value, label: t(`canvas.link.states.${value}`) }))}
              onChoose={set('state')}
            />
            <ChoiceField<'one' | 'both'>
              label={t('canvas.link.direction')}
              value={said.bothWays ? 'both' : 'one'}
              options={(['one', 'both'] as const).map((value) => ({ value, label: t(`canvas.link.directions.${value}`) }))}
              onChoose={(value) => edit(pointLink(link.id, value === 'both' ? 'both' : 'forth'))}
            />
          </>
        )}
        {type === 'duty' && (
          <ChoiceField<Duty>
            label={t('canvas.link.duty')}
            value={said.duty}
            options={DUTIES.map((value) => ({ value, label: t(`canvas.duty.${value}`) }))}
            onChoose={set('duty')}
          />
        )}
        {type === 'other' && <p className="rb-side-hint">{t('canvas.link.otherHint')}</p>}
        <DraftField label={t('canvas.link.note')} value={said.note ?? undefined} long onCommit={write('note')} />
        <div className="rb-link-buttons">
          {!said.bothWays && (type === 'relation' || type === 'other') && (
            <button type="button" className="btn" onClick={() => edit(turnLink(session.index.visible, link.id))}>
              <ArrowLeftRight aria-hidden /> {t('canvas.link.turn')}
            </button>
          )}
          <button
            type="button"
            className="btn rb-quiet-danger"
            onClick={() => {
              edit(removeLinks(session.index.visible, [link.id]))
            }}
          >
            <Trash2 aria-hidden /> {t('canvas.link.delete')}
          </button>
        </div>
      </fieldset>
    </>
  )
}
