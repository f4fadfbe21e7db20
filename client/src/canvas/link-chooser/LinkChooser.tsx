import type { CardKind } from '@remedyboard/shared/board/card'
import { Check, Search } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useEditor, type TLShapeId } from 'tldraw'
import { sectionLabel } from '../../i18n/section-label.ts'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import { newShapeId } from '../../session/new-id.ts'
import { announce } from '../../ui/announce.ts'
import { BoardIcon } from '../card/card-icons.tsx'
import { highlight } from '../link/highlight.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { useRights } from '../rights/rights-now.ts'
import { SidePanel } from '../side-panel/SidePanel.tsx'
import { useReadable } from '../use-readable.ts'
import { chooseOperations } from '@remedyboard/shared/mapping/choose-link'
import { linkChoices, type ChoiceGroup, type LinkChoice } from '@remedyboard/shared/mapping/link-choices'
import './link-chooser.css'
import { linkTitle } from './link-title.ts'
import { PAPER_SUGGESTIONS } from '@remedyboard/shared/templates/paper-suggestions'

/** Rows drawn at first: nobody reads further without searching, and a thousand rows would make every key slow. */
const MOST_ROWS = 120

/** Cards to link a card to, found by typing: what the paper suggests first, with its reason. Choosing again takes the link away. */
export default function LinkChooser({ cardId, to }: { cardId: TLShapeId; to: CardKind }) {
  const editor = useEditor()
  const { t, locale } = useText()
  const session = useCanvasSession()
  const rights = useRights()
  const graph = useReadable(boardMapping(session).graph)
  const [opened] = useState(graph)
  // Not deferred: Enter right after a letter must choose from what that letter left.
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const card = graph.cards.get(cardId)

  const choices = useMemo(
    () => linkChoices({ graph, cardId, to, suggestions: PAPER_SUGGESTIONS, search: typed, opened }).slice(0, MOST_ROWS),
    [graph, cardId, to, typed, opened],
  )
  const at = Math.max(
    0,
    choices.findIndex((choice) => choice.card.id === active),
  )
  const activeChoice = choices[at]
  const activeId = activeChoice?.card.id

  useEffect(() => {
    // the card in question and the one that is pointed at stand out on the board
    highlight(editor, activeId === undefined ? [] : [cardId, activeId])
    return () => highlight(editor, [])
  }, [editor, cardId, activeId])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  if (!card) return null
  const choose = (choice: LinkChoice) => {
    if (!rights.link || editor.getIsReadonly()) return
    setActive(choice.card.id)
    session.edit(
      chooseOperations({
        records: session.index.visible,
        card,
        choice,
        locale: session.board.locale === 'zh-CN' ? 'zh-CN' : 'en',
        newId: newShapeId(),
      }),
    )
    announce(t(choice.links.length > 0 ? 'canvas.choose.unlinked' : 'canvas.choose.linked', { text: choice.card.text }))
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      setActive(choices[(at + by + choices.length) % choices.length]?.card.id ?? null)
      return true
    }
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return false
    if (activeChoice) choose(activeChoice)
    return true
  }

  return (
    <SidePanel
      title={t(linkTitle(card.kind, to))}
      icon={
        <span className="rb-kind-icon" data-kind={card.kind}>
          <BoardIcon name={card.kind} size={20} />
        </span>
      }
      onKey={onKey}
    >
      <div className="rb-choose-head">
        <p className="rb-choose-card">{card.text || t(`canvas.kind.${card.kind}`)}</p>
        <label className="rb-choose-search">
          <Search size={17} aria-hidden />
          <input
            data-first
            className="input"
            type="text"
            role="combobox"
            aria-expanded
            aria-controls={listId}
            aria-activedescendant={activeId === undefined ? undefined : `${listId}-${activeId}`}
            aria-autocomplete="list"
            aria-label={t('canvas.choose.search')}
            placeholder={t('canvas.choose.search')}
            autoComplete="off"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(null)
            }}
          />
        </label>
      </div>
      {choices.length === 0 && <p className="rb-side-note">{t(typed === '' ? 'canvas.choose.none' : 'canvas.choose.notFound')}</p>}
      <div className="rb-choose" id={listId} role="listbox" aria-label={t(linkTitle(card.kind, to))} ref={list}>
        {choices.map((choice, i) => (
          <ChoiceRow
            key={choice.card.id}
            id={`${listId}-${choice.card.id}`}
            choice={choice}
            heading={choices[i - 1]?.group === choice.group ? null : choice.group}
            isActive={choice.card.id === activeId}
            reason={reasonOf(choice, locale)}
            section={choice.card.section === null ? '' : sectionLabel(choice.card.section, locale)}
            onPoint={() => setActive(choice.card.id)}
            onChoose={() => choose(choice)}
          />
        ))}
      </div>
    </SidePanel>
  )
}

function reasonOf({ suggestion, links }: LinkChoice, locale: string): string {
  const own = links.find(({ rationale }) => rationale !== null)?.rationale
  if (own) return own
  if (!suggestion) return ''
  return locale === 'zh-CN' ? suggestion.rationale.zh : suggestion.rationale.en
}

interface ChoiceRowProps {
  id: string
  choice: LinkChoice
  /** the first of its group says what the group is */
  heading: ChoiceGroup | null
  isActive: boolean
  reason: string
  section: string
  onPoint: () => void
  onChoose: () => void
}

function ChoiceRow({ id, choice, heading, isActive, reason, section, onPoint, onChoose }: ChoiceRowProps) {
  const { t } = useText()
  const { card, links, suggestion } = choice
  const isLinked = links.length > 0
  const basis = links[0]?.basis ?? suggestion?.basis
  return (
    <>
      {heading !== null && (
        <div className="rb-choose-group" role="presentation">
          {t(`canvas.choose.group.${heading}`)}
        </div>
      )}
      {/* the keys are the search field's: the focus stays there */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <div
        id={id}
        role="option"
        aria-selected={isActive}
        aria-checked={isLinked}
        tabIndex={-1}
        className="rb-choose-row"
        data-linked={isLinked || undefined}
        onPointerMove={onPoint}
        onClick={onChoose}
      >
        <span className="rb-choose-box" aria-hidden="true">
          {isLinked && <Check size={15} strokeWidth={3} />}
        </span>
        <span className="rb-choose-text">
          <span>{card.text || t(`canvas.kind.${card.kind}`)}</span>
          {reason !== '' && <span className="rb-choose-why">{reason}</span>}
          {basis !== undefined && (
            <span className="rb-basis" data-basis={basis}>
              {t(`canvas.line.${basis}`)}
            </span>
          )}
        </span>
        {section !== '' && <span className="rb-choose-section">{section}</span>}
      </div>
    </>
  )
}
