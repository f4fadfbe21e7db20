import { useEffect, useRef } from 'react'
import { leftWords } from '../i18n/left-words.ts'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { draftOutbox } from '../session/draft-outbox.ts'
import { freeField, leftTexts } from '../session/left-texts.ts'
import { openFields } from '../session/open-fields.ts'
import { announce } from '../ui/announce.ts'
import { LeftText } from '../ui/LeftText.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { PhoneTask } from './phone-task.ts'

interface LeftBehindProps {
  session: BoardSession
  /** what the step asks for */
  tasks: readonly PhoneTask[]
  /** what of it is on the screen; null = the board is */
  task: PhoneTask | null
}

/**
 * Words that no field shows: notes that were not taken, and what somebody was still writing. Kept until their author has used them or does
 * not want them any more. For one step: the next one has another.
 */
export function LeftBehind({ session, tasks, task }: LeftBehindProps) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const fields = openFields(session)
  const { phaseId } = useReadable(session.view)
  const kept = useReadable(outbox.unfinishedTexts)
  const outgoing = useReadable(outbox.outgoing)
  const open = useReadable(fields.names)

  // A text is not lost because its author looks at another task of the step for a while, or at the board.
  const homes = useRef(new Map<string, PhoneTask>())
  useEffect(() => {
    if (task !== null) for (const name of fields.names.get()) homes.current.set(name, task)
  }, [fields, open, task])
  const isElsewhere = (name: string) => {
    const home = homes.current.get(name)
    return home !== undefined && home !== task && tasks.includes(home)
  }

  const left = leftTexts(outbox, { phaseId, outgoing, kept, isShown: (name) => open.has(name) || isElsewhere(name) })
  if (left.length === 0) return null

  const free = freeField({ phaseId, kept, isShown: (name) => open.has(name) })
  const goOn = (field: string, text: string, forget: () => void) => {
    outbox.keepUnfinished(field, text)
    forget()
    announce(t('drafts.goneOn'))
  }
  const words = leftWords()
  return (
    <section className="phone-part" aria-label={t('drafts.leftBehind')}>
      <h2>{t('drafts.leftBehind')}</h2>
      <ul className="phone-list">
        {left.map(({ key, text, why, forget }) => (
          <LeftText
            key={key}
            text={text}
            why={t(`drafts.leftWhy.${why}`)}
            words={words}
            onGoOn={free === null ? null : () => goOn(free, text, forget)}
            onForget={forget}
          />
        ))}
      </ul>
    </section>
  )
}
