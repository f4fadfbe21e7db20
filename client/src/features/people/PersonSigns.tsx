import { CircleCheck, Hand, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** Hand up; for facilitators also done with the step, and whether somebody has written in a step that hides it. */
export function PersonSigns({ session, id }: { session: BoardSession; id: string }) {
  const { t } = useText()
  const { hands, roster } = useReadable(session.view)
  const place = hands.findIndex((hand) => hand.id === id)
  const entry = roster?.find((person) => person.id === id)
  const hasWritten = entry?.wrote === true || (typeof entry?.wrote === 'number' && entry.wrote > 0)
  if (place < 0 && !entry?.ready && !hasWritten) return null
  return (
    <span className="people-signs">
      {place >= 0 && <Sign icon={<Hand aria-hidden />} kind="hand" words={t('roster.handUp', { place: place + 1 })} />}
      {hasWritten && <Sign icon={<PencilLine aria-hidden />} kind="wrote" words={t('roster.hasWritten')} />}
      {entry?.ready && <Sign icon={<CircleCheck aria-hidden />} kind="ready" words={t('roster.isReady')} />}
    </span>
  )
}

function Sign({ icon, kind, words }: { icon: ReactNode; kind: 'hand' | 'ready' | 'wrote'; words: string }) {
  return (
    <span className={`people-sign-${kind}`} title={words}>
      {icon}
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
