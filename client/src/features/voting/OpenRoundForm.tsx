import { CARD_KINDS, type CardKind } from '@remedyboard/shared/board/card'
import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { LARGEST_MARK, ROUND_KINDS } from '@remedyboard/shared/workshop/round'
import { useId, useState } from 'react'
import type { CanvasApi } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { newId } from '../../session/new-id.ts'
import { NumberField } from '../../ui/NumberField.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { CandidateFields } from './CandidateFields.tsx'
import { candidates, type CandidateSource } from './candidates.ts'
import { suggestedRound } from './suggested-round.ts'

interface OpenRoundFormProps {
  session: BoardSession
  canvas: CanvasApi
  onClose: () => void
  onPoint: (ids: readonly string[]) => void
}

/** For facilitators: what is asked, about which cards, with how many dots. Filled in as the running phase says. */
export function OpenRoundForm({ session, canvas, onClose, onPoint }: OpenRoundFormProps) {
  const { t, locale } = useText()
  const id = useId()
  const graph = useReadable(boardMapping(session).graph)
  const selection = useReadable(canvas.selection)
  const [wish, setWish] = useState(() => suggestedRound(session.view.get(), graph, locale))
  const [roundId] = useState(newId)
  const { busy, failure, run } = useAction(failureCode)

  // What is selected while the form is open counts, so that cards can be picked on the board.
  const source: CandidateSource = wish.source.from === 'selection' ? { from: 'selection', ids: selection } : wish.source
  const cards = candidates(graph, source, wish.cardKind, placesOf(session))
  const tooMany = cards.length > COMMAND_LIMITS.candidates
  const isDots = wish.kind === 'dots'

  const open = async () => {
    const { kind, title, budget, cap } = wish
    const numbers = kind === 'dots' ? { budget, cap: Math.min(cap, budget) } : { budget: 0, cap: LARGEST_MARK[kind] }
    if (await run(() => session.send({ type: 'open-round', id: roundId, kind, title: title.trim(), cards, ...numbers }))) onClose()
  }

  return (
    <form
      className="vote-form"
      aria-label={t('voting.form')}
      onSubmit={(event) => {
        event.preventDefault()
        void open()
      }}
    >
      <fieldset>
        <legend className="field-label">{t('voting.kind')}</legend>
        <div className="segments vote-kinds">
          {ROUND_KINDS.map((kind) => (
            <label key={kind}>
              <input type="radio" name={`${id}-kind`} checked={wish.kind === kind} onChange={() => setWish({ ...wish, kind })} />
              <span>{t(`voting.kinds.${kind}`)}</span>
            </label>
          ))}
        </div>
        <p className="field-hint">{t(`voting.kindHints.${wish.kind}`)}</p>
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('voting.roundTitle')}</label>
        <input
          id={`${id}-title`}
          className="input"
          value={wish.title}
          placeholder={t('voting.roundTitleHint')}
          maxLength={COMMAND_LIMITS.nameLength}
          onChange={(event) => setWish({ ...wish, title: event.target.value })}
        />
      </div>
      <CandidateFields
        graph={graph}
        source={source}
        cardKind={wish.cardKind}
        kinds={kindsIn(graph.cards.values())}
        onChange={(change) => setWish({ ...wish, ...change })}
      />
      <p className="vote-candidates" role="status" onPointerEnter={() => onPoint(cards)} onPointerLeave={() => onPoint([])}>
        {cards.length === 0
          ? t('voting.noCandidates')
          : tooMany
            ? t('voting.tooMany', { most: COMMAND_LIMITS.candidates })
            : t('voting.candidates', { count: cards.length })}
      </p>
      {isDots && (
        <div className="vote-numbers">
          <NumberField
            label={t('voting.budget')}
            value={wish.budget}
            min={1}
            max={COMMAND_LIMITS.budget}
            onCommit={(budget) => budget !== null && setWish((now) => ({ ...now, budget }))}
          />
          <NumberField
            label={t('voting.cap')}
            value={Math.min(wish.cap, wish.budget)}
            min={1}
            max={wish.budget}
            onCommit={(cap) => cap !== null && setWish((now) => ({ ...now, cap }))}
          />
        </div>
      )}
      <p className="field-hint">{t('voting.secret')}</p>
      {failure && (
        <p className="field-error" role="alert">
          {t('voting.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
      <div className="vote-buttons">
        <button type="button" className="btn" onClick={onClose}>
          {t('voting.back')}
        </button>
        <button type="submit" className="btn btn-primary" disabled={busy || cards.length === 0 || tooMany}>
          {t('voting.start')}
        </button>
      </div>
    </form>
  )
}

function kindsIn(cards: Iterable<{ kind: CardKind; text: string }>): CardKind[] {
  const found = new Set<CardKind>()
  for (const { kind, text } of cards) if (text.trim() !== '') found.add(kind)
  return CARD_KINDS.filter((kind) => found.has(kind))
}

/** On the page: areas and clusters are not turned. */
function placesOf({ index }: BoardSession) {
  return (cardId: string) => {
    let [x, y] = [0, 0]
    const passed = new Set<string>()
    for (let at = index.visible.get(cardId); at && !passed.has(at.id); at = index.visible.get(String(at.parentId))) {
      passed.add(at.id)
      x += Number(at.x ?? 0)
      y += Number(at.y ?? 0)
    }
    return { x, y }
  }
}
