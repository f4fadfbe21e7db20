import { CircleCheck, Hand, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { Signs } from './signs-of.ts'

/** Hand up; for facilitators also done with the step, and whether somebody has written in a step that hides it. */
export function PersonSigns({ place, hasWritten, isReady }: Signs) {
  const { t } = useText()
  if (place === null && !isReady && !hasWritten) return null
  return (
    <span className="people-signs">
      {place !== null && <Sign icon={<Hand aria-hidden />} kind="hand" words={t('roster.handUp', { place })} />}
      {hasWritten && <Sign icon={<PencilLine aria-hidden />} kind="wrote" words={t('roster.hasWritten')} />}
      {isReady && <Sign icon={<CircleCheck aria-hidden />} kind="ready" words={t('roster.isReady')} />}
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
