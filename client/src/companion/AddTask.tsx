import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { addCard } from '@remedyboard/shared/coordination/add-card'
import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { newShapeId } from '../session/new-id.ts'
import { stepAsideSoon } from '../session/step-aside-soon.ts'
import { announce } from '../ui/announce.ts'
import { useReadable } from '../ui/use-readable.ts'
import { CardRow } from './CardRow.tsx'
import { EditCard } from './EditCard.tsx'
import { kindsFor } from './kinds-for.ts'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import { TextArea } from './TextArea.tsx'
import type { TaskProps } from './task-props.ts'
import { useDoubleTapGuard } from './use-double-tap-guard.ts'
import { useTaskCards } from './use-task-cards.ts'
import './write.css'

/** Where what is being typed is kept when no step runs. */
const NO_PHASE = 'none'

/** Where cards go that belong to no step. */
const ANYWHERE = ['local', 'parking', 'welcome']

/** Cards that everybody sees at once. */
export function AddTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const key = phase?.id ?? NO_PHASE
  const { me } = useReadable(session.view)
  const { ours } = useTaskCards(session, phase)
  const kinds = kindsFor(phase)
  const [kind, setKind] = useState(kinds[0] ?? 'note')
  const [text, setText] = useState(() => outbox.unfinished(key))
  const field = useRef<HTMLTextAreaElement>(null)
  const isTyped = text.trim() !== ''
  // The button that adds becomes the one that says "done": a double tap must not press both.
  const [justAdded, markAdded] = useDoubleTapGuard()
  const mine = ours.filter(({ author }) => author === me.id)
  const others = ours.filter(({ author }) => author !== me.id)

  const type = (next: string) => {
    setText(next)
    outbox.keepUnfinished(key, next)
  }
  const add = () => {
    if (!isTyped) return
    const id = newShapeId()
    const areas = phase ? [phase.noteArea ?? phase.area] : ANYWHERE
    session.edit(addCard(session.index.visible, { id, kind, text: text.trim(), meta: { author: me.id } }, areas))
    stepAsideSoon(session, id)
    type('')
    announce(t('phone.add.added'))
    markAdded()
    field.current?.focus()
  }

  return (
    <TaskFrame
      label={t('phone.task.add')}
      footer={
        <>
          <span className="phone-left">{mine.length > 0 && t('phone.add.mineCount', { count: mine.length })}</span>
          {isTyped || phase === null || mine.length === 0 ? (
            <button type="button" className="btn btn-primary btn-big" disabled={!isTyped} onClick={add}>
              {t('phone.write.add')}
            </button>
          ) : (
            <ReadyButton session={session} disabled={justAdded} />
          )}
        </>
      }
    >
      {kinds.length > 1 && (
        <fieldset className="phone-answers">
          <legend className="visually-hidden">{t('phone.add.kind')}</legend>
          {kinds.map((each) => (
            <label key={each}>
              <input type="radio" name="kind" checked={each === kind} onChange={() => setKind(each)} />
              <span>{t(`canvas.kind.${each}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <TextArea
        ref={field}
        label={t('phone.add.label')}
        placeholder={t('phone.add.placeholder')}
        value={text}
        most={COMMAND_LIMITS.draftLength}
        onChange={type}
        onEnter={add}
      />
      {mine.length > 0 && <Cards title={t('phone.add.mine')} session={session} cards={mine} isMine />}
      {others.length > 0 && <Cards title={t('phone.add.everyone')} session={session} cards={others} isMine={false} />}
    </TaskFrame>
  )
}

interface CardsProps {
  title: string
  session: TaskProps['session']
  cards: readonly MappingCard[]
  isMine: boolean
}

function Cards({ title, session, cards, isMine }: CardsProps) {
  const { t } = useText()
  return (
    <section className="phone-part" aria-label={title}>
      <h2>{title}</h2>
      <ul className="phone-list">
        {cards.map((card) =>
          isMine ? (
            <EditCard key={card.id} session={session} card={card}>
              <button
                type="button"
                className="btn btn-quiet phone-icon-button"
                aria-label={t('drafts.remove', { text: card.text })}
                onClick={() => session.edit([{ op: 'delete', id: card.id }])}
              >
                <Trash2 aria-hidden />
              </button>
            </EditCard>
          ) : (
            <CardRow key={card.id} card={card} />
          ),
        )}
      </ul>
    </section>
  )
}
