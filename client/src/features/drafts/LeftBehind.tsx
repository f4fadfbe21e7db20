import { leftWords } from '../../i18n/left-words.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { draftOutbox } from '../../session/draft-outbox.ts'
import { freeField, leftTexts } from '../../session/left-texts.ts'
import { openFields } from '../../session/open-fields.ts'
import { announce } from '../../ui/announce.ts'
import { LeftText } from '../../ui/LeftText.tsx'
import { useReadable } from '../../ui/use-readable.ts'

/**
 * Words that no field shows: notes that were not taken, and what somebody was still writing when the step went on. Kept until their author
 * has used them or does not want them any more.
 */
export function LeftBehind({ session }: { session: BoardSession }) {
  const { t } = useText()
  const outbox = draftOutbox(session)
  const { phaseId } = useReadable(session.view)
  const kept = useReadable(outbox.unfinishedTexts)
  const outgoing = useReadable(outbox.outgoing)
  const open = useReadable(openFields(session).names)
  const left = leftTexts(outbox, { phaseId, outgoing, kept, isShown: (name) => open.has(name) })
  if (left.length === 0) return null

  const free = freeField({ phaseId, kept, isShown: (name) => open.has(name) })
  const goOn = (field: string, text: string, forget: () => void) => {
    outbox.keepUnfinished(field, text)
    forget()
    announce(t('drafts.goneOn'))
  }
  const words = leftWords()
  return (
    <section className="panel-section drafts-card" aria-label={t('drafts.leftBehind')}>
      <p className="drafts-promise">
        <b>{t('drafts.leftBehind')}</b>
      </p>
      <ul className="drafts-notes">
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
