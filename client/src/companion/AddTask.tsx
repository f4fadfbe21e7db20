import { areaFrame } from '@remedyboard/shared/board/place-in-area'
import { addCard } from '@remedyboard/shared/coordination/add-card'
import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { Users } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { boardAreas } from '../session/board-areas.ts'
import { newShapeId } from '../session/new-id.ts'
import { stepAsideSoon } from '../session/step-aside-soon.ts'
import { unsentShapes } from '../session/unsent-shapes.ts'
import { announce } from '../ui/announce.ts'
import { useReadable } from '../ui/use-readable.ts'
import { CardRow } from './CardRow.tsx'
import { kindsFor } from './kinds-for.ts'
import { OwnCard } from './OwnCard.tsx'
import { ReadyButton } from './ReadyButton.tsx'
import { TaskFrame } from './TaskFrame.tsx'
import { canSend, TextArea } from './TextArea.tsx'
import type { TaskProps } from './task-props.ts'
import { UndoLine } from './UndoLine.tsx'
import { useDoubleTapGuard } from './use-double-tap-guard.ts'
import { useTaskCards } from './use-task-cards.ts'
import { useUnfinished } from './use-unfinished.ts'
import { targetName } from '../session/writing-target.ts'
import './write.css'

/** Where cards go at first when no step runs: the first of these that the board has. */
const USUAL_AREAS = ['local', 'parking', 'welcome']

/** Cards that everybody sees at once. */
export function AddTask({ session, phase }: TaskProps) {
  const { t } = useText()
  const { me } = useReadable(session.view)
  const { ours } = useTaskCards(session, phase)
  const kinds = kindsFor(phase)
  const [kind, setKind] = useState(kinds[0] ?? 'note')
  const [area, setArea] = useState(() => USUAL_AREAS.find((each) => areaFrame(session.index.visible.values(), each)) ?? '')
  const [text, type] = useUnfinished(session, targetName({ kind: 'new', phaseId: phase?.id ?? null }))
  const field = useRef<HTMLTextAreaElement>(null)
  const isTyped = text.trim() !== ''
  // The button that adds becomes the one that says "done": a double tap must not press both.
  const [justAdded, markAdded] = useDoubleTapGuard()
  const mine = ours.filter(({ author }) => author === me.id)
  const others = ours.filter(({ author }) => author !== me.id)
  const left = phase?.limits?.notes === undefined ? Infinity : Math.max(0, phase.limits.notes - mine.length)
  const mayAdd = left > 0 && canSend(text, COMMAND_LIMITS.draftLength)

  const add = () => {
    if (!mayAdd) return
    const id = newShapeId()
    const areas = phase ? [phase.noteArea ?? phase.area] : [area]
    unsentShapes(session).note(id)
    session.edit(addCard(session.index.visible, { id, kind, text: text.trim(), meta: { author: me.id } }, areas))
    stepAsideSoon(session, id)
    type('')
    announce(t('phone.add.added'))
    markAdded()
    field.current?.focus()
  }
  const leftWords = left === 0 ? t('phone.write.full') : left < Infinity ? t('drafts.left', { count: left }) : null

  return (
    <TaskFrame
      label={t('phone.task.add')}
      footer={
        <>
          <UndoLine session={session} />
          <span className="phone-left">{leftWords ?? (mine.length > 0 && t('phone.add.mineCount', { count: mine.length }))}</span>
          {isTyped || phase === null || mine.length === 0 ? (
            <button type="button" className="btn btn-primary btn-big" disabled={!mayAdd} onClick={add}>
              {t('phone.write.add')}
            </button>
          ) : (
            <ReadyButton session={session} disabled={justAdded} />
          )}
        </>
      }
    >
      <p className="phone-promise">
        <Users aria-hidden />
        <span>{t('phone.write.seenAtOnce')}</span>
      </p>
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
      {!phase && <WhereField session={session} area={area} onArea={setArea} />}
      {(left > 0 || isTyped) && (
        <TextArea
          ref={field}
          label={t('phone.add.label')}
          placeholder={t('phone.add.placeholder')}
          value={text}
          most={COMMAND_LIMITS.draftLength}
          onChange={type}
          onEnter={add}
        />
      )}
      {ours.length === 0 && phase && <p className="phone-quiet">{t('phone.write.nothingYet')}</p>}
      {mine.length > 0 && (
        <section className="phone-part" aria-label={t('phone.add.mine')}>
          <h2>{t('phone.add.mine')}</h2>
          <ul className="phone-list">
            {mine.map((card) => (
              <OwnCard key={card.id} session={session} card={card} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className="phone-part" aria-label={t('phone.add.everyone')}>
          <h2>{t('phone.add.everyone')}</h2>
          <ul className="phone-list">
            {others.map((card) => (
              <CardRow key={card.id} card={card} />
            ))}
          </ul>
        </section>
      )}
    </TaskFrame>
  )
}

interface WhereFieldProps {
  session: TaskProps['session']
  area: string
  onArea: (area: string) => void
}

/** While no step runs nothing says where a card belongs. */
function WhereField({ session, area, onArea }: WhereFieldProps) {
  const { t } = useText()
  const id = useId()
  const records = useReadable(session.records)
  const { hiddenAreas } = useReadable(session.view)
  const areas = boardAreas(records).filter((each) => !hiddenAreas.includes(each.area))
  if (areas.length === 0) return null
  return (
    <div className="field">
      <label htmlFor={id}>{t('phone.write.where')}</label>
      <select id={id} className="input" value={area} onChange={(event) => onArea(event.target.value)}>
        {areas.map((each) => (
          <option key={each.area} value={each.area}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  )
}
