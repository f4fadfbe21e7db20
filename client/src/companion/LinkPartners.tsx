import type { CardKind } from '@remedyboard/shared/board/card'
import { RELATIONS, type Relation } from '@remedyboard/shared/coordination/relations'
import { chooseOperations } from '@remedyboard/shared/mapping/choose-link'
import { linkChoices, type ChoiceGroup, type LinkChoice } from '@remedyboard/shared/mapping/link-choices'
import { changeLink } from '@remedyboard/shared/mapping/link-operations'
import { LINK_TARGETS } from '@remedyboard/shared/mapping/link-targets'
import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { PAPER_SUGGESTIONS } from '@remedyboard/shared/templates/paper-suggestions'
import { ArrowLeft, Check, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardMapping } from '../session/board-mapping.ts'
import type { BoardSession } from '../session/board-session.ts'
import { newShapeId } from '../session/new-id.ts'
import { undoableEdits } from '../session/undoable-edits.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { useReadable } from '../ui/use-readable.ts'
import { TaskFrame } from './TaskFrame.tsx'
import { UndoLine } from './UndoLine.tsx'

/** Rows shown at once: nobody reads further without searching. */
const MOST_ROWS = 60

interface LinkPartnersProps {
  session: BoardSession
  card: MappingCard
  /** the kind of line that is drawn between stakeholders now; it stays from card to card, because a room draws one kind at a time */
  relation: Relation | null
  onRelation: (relation: Relation | null) => void
  onBack: () => void
}

/** What a card can be connected with: what the paper suggests first, with its reason. Chosen again the line goes away. */
export function LinkPartners({ session, card, relation, onRelation, onBack }: LinkPartnersProps) {
  const { t, locale } = useText()
  const graph = useReadable(boardMapping(session).graph)
  const [opened] = useState(graph)
  const kinds = LINK_TARGETS[card.kind]
  const [to, setTo] = useState<CardKind>(kinds[0] ?? 'remedy')
  const [search, setSearch] = useState('')
  const choices = useMemo(
    () => linkChoices({ graph, cardId: card.id, to, suggestions: PAPER_SUGGESTIONS, search, opened }).slice(0, MOST_ROWS),
    [graph, card.id, to, search, opened],
  )

  const isRelation = card.kind === 'stakeholder' && to === 'stakeholder'

  const choose = (choice: LinkChoice) => {
    const linkId = newShapeId()
    const operations = chooseOperations({
      records: session.index.visible,
      card,
      choice,
      locale: session.board.locale === 'zh-CN' ? 'zh-CN' : 'en',
      newId: linkId,
    })
    const isNew = choice.links.length === 0
    const said = isNew && isRelation && relation ? changeLink(linkId, { relation, state: relation === 'conflict' ? 'tension' : null }) : []
    undoableEdits(session).edit(
      [...operations, ...said],
      t(isNew ? 'phone.link.connected' : 'phone.link.disconnected', { text: choice.card.text }),
    )
  }

  return (
    <TaskFrame
      label={t('phone.task.link')}
      footer={
        <>
          <UndoLine session={session} />
          <span className="phone-left" />
          <button type="button" className="btn btn-primary btn-big" onClick={onBack}>
            {t('phone.link.done')}
          </button>
        </>
      }
    >
      <button ref={focusOnArrival} type="button" className="btn phone-back" onClick={onBack}>
        <ArrowLeft aria-hidden /> {t('phone.link.back')}
      </button>
      <div className="phone-card" data-kind={card.kind}>
        <p className="phone-card-kind">{t(`canvas.kind.${card.kind}`)}</p>
        <p className="phone-card-text">{card.text}</p>
      </div>
      {kinds.length > 1 && (
        <div className="phone-answers" role="group" aria-label={t('phone.link.with')}>
          {kinds.map((kind) => (
            <button key={kind} type="button" className="phone-choice" aria-pressed={kind === to} onClick={() => setTo(kind)}>
              {t(`canvas.kind.${kind}`)}
            </button>
          ))}
        </div>
      )}
      {isRelation && (
        <label className="field">
          <span className="field-label">{t('phone.link.relation')}</span>
          <select
            className="input"
            value={relation ?? ''}
            onChange={({ target: { value } }) => onRelation(RELATIONS.find((each) => each === value) ?? null)}
          >
            <option value="">{t('phone.link.anyRelation')}</option>
            {RELATIONS.map((each) => (
              <option key={each} value={each}>
                {t(`canvas.relation.${each}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <h2>{t(`phone.link.ask.${asked(to)}`)}</h2>
      <input
        type="search"
        className="input"
        aria-label={t('phone.link.search')}
        placeholder={t('phone.link.search')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {choices.length === 0 && <p className="phone-quiet">{t('phone.link.nothing')}</p>}
      <ul className="phone-list">
        {choices.map((choice, i) => (
          <Choice
            key={choice.card.id}
            choice={choice}
            heading={choices[i - 1]?.group === choice.group ? null : choice.group}
            reason={reasonOf(choice, locale)}
            onChoose={() => choose(choice)}
          />
        ))}
      </ul>
    </TaskFrame>
  )
}

function asked(to: CardKind): 'remedy' | 'stakeholder' | 'action' | 'dilemma' {
  return to === 'remedy' || to === 'stakeholder' || to === 'action' ? to : 'dilemma'
}

function reasonOf({ suggestion, links }: LinkChoice, locale: string): string {
  const own = links.find(({ rationale }) => rationale !== null)?.rationale
  if (own) return own
  if (!suggestion) return ''
  return locale === 'zh-CN' ? suggestion.rationale.zh : suggestion.rationale.en
}

interface ChoiceProps {
  choice: LinkChoice
  /** the first of its group says what the group is */
  heading: ChoiceGroup | null
  reason: string
  onChoose: () => void
}

function Choice({ choice: { card, links }, heading, reason, onChoose }: ChoiceProps) {
  const { t } = useText()
  const isLinked = links.length > 0
  return (
    <li>
      {heading !== null && heading !== 'rest' && <p className="phone-choice-group">{t(`phone.link.group.${heading}`)}</p>}
      <button
        type="button"
        className="phone-card phone-card-button phone-link-choice"
        data-kind={card.kind}
        aria-pressed={isLinked}
        onClick={onChoose}
      >
        <span>
          <span className="phone-card-text">{card.text || t('voting.unnamed')}</span>
          {reason !== '' && <span className="phone-link-why">{reason}</span>}
        </span>
        {isLinked ? <Check aria-hidden /> : <Plus aria-hidden />}
      </button>
    </li>
  )
}
