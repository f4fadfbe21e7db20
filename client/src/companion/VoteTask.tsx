import { hasWords } from '@remedyboard/shared/mapping/has-words'
import { useCallback, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { ballotBox, spent, withMark } from '../session/ballot-box.ts'
import { boardMapping } from '../session/board-mapping.ts'
import { cardTextOf } from '../session/card-text-of.ts'
import { announce } from '../ui/announce.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { useSelected } from '../ui/use-selected.ts'
import { peopleHere } from './people-here.ts'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'
import { VoteCard } from './VoteCard.tsx'
import './vote.css'
import { VoteFooter } from './VoteFooter.tsx'

/** With more cards than fit on two screens people look for theirs. */
const SEARCH_FROM = 12

/** The open round: what each card gets, how much is left, and whether the ballot has arrived. */
export function VoteTask({ session }: TaskProps) {
  const { t } = useText()
  const box = ballotBox(session)
  const { round } = useReadable(session.view)
  const here = useSelected(session.people, peopleHere)
  const { marks } = useReadable(box.own)
  const graph = useReadable(boardMapping(session).graph)
  const [search, setSearch] = useState('')
  const [tooMuch, setTooMuch] = useState<string | null>(null)

  // From the box and not from what is on the screen: two quick taps are two dots.
  const mark = useCallback(
    (cardId: string, next: number | null) => {
      const open = session.view.get().round
      setTooMuch(null)
      if (!open) return
      const marks = withMark(open, box.own.get().marks, cardId, next)
      box.cast(open.id, marks)
      // A box that is ticked speaks for itself.
      if (open.kind === 'dots') announce(t('phone.vote.given', { count: marks[cardId] ?? 0, left: open.budget - spent(marks) }))
    },
    [session, box, t],
  )
  const refuse = useCallback(
    (cardId: string) => {
      const { marks: given } = box.own.get()
      setTooMuch(cardId)
      announce(t((given[cardId] ?? 0) >= (session.view.get().round?.cap ?? 0) ? 'phone.vote.full' : 'phone.vote.spent'))
    },
    [session, box, t],
  )
  if (!round) return null

  const takeBack = () => {
    box.cast(round.id, {})
    announce(t('phone.vote.state.none'))
    // The button goes away; the ballot begins again here.
    document.getElementById('main')?.focus()
  }
  const isDots = round.kind === 'dots'
  const left = round.budget - spent(marks)
  const cards = round.cards
    .map((id) => {
      const record = session.index.visible.get(id)
      const text = cardTextOf(session, graph, id)
      const target = graph.cards.get(graph.targets.get(id) ?? '')
      return {
        id,
        isThere: record !== undefined,
        kind: String(record?.props?.['kind'] ?? 'note'),
        name: record ? text || t('voting.unnamed') : t('phone.vote.gone'),
        fate: target && target.id !== id ? t('phone.vote.mergedInto', { text: target.text }) : '',
      }
    })
    .filter(({ name }) => hasWords(name, search))

  return (
    <TaskFrame label={t('voting.title')} footer={<VoteFooter session={session} round={round} />}>
      {round.title !== '' && <h2>{round.title}</h2>}
      <p className="phone-vote-rule">
        {isDots ? t('voting.rule', { budget: round.budget, cap: round.cap }) : t(`voting.kindHints.${round.kind}`)} {t('phone.vote.secret')}
      </p>
      {round.cards.length >= SEARCH_FROM && (
        <input
          type="search"
          className="input"
          aria-label={t('phone.vote.search')}
          placeholder={t('phone.vote.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      {cards.length === 0 && <p className="phone-quiet">{t('phone.vote.nothingFound')}</p>}
      <ul className="phone-list">
        {cards.map(({ id, isThere, kind, name, fate }) => (
          <VoteCard
            key={id}
            cardId={id}
            roundKind={round.kind}
            cap={round.cap}
            name={name}
            kind={kind}
            fate={fate}
            hint={tooMuch !== id || !isThere ? '' : t((marks[id] ?? 0) >= round.cap ? 'phone.vote.full' : 'phone.vote.spent')}
            mark={marks[id]}
            mayAdd={left > 0 && isThere}
            onMark={mark}
            onTooMuch={refuse}
          />
        ))}
      </ul>
      <p className="phone-quiet tabular">
        {/* Ballots of people who have left count, too, so it is no "so many of so many". */}
        {t('phone.vote.voted', { count: round.ballots, here })}
      </p>
      {Object.keys(marks).length > 0 && (
        <ConfirmButton
          question={t('phone.vote.takeBackSure')}
          yes={t('phone.write.removeYes')}
          no={t('remarks.deleteNo')}
          onConfirm={takeBack}
        >
          {t('voting.takeBack')}
        </ConfirmButton>
      )}
    </TaskFrame>
  )
}
