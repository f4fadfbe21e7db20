import { Check, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'

/** What became of something that was written here. `waiting`: kept on this phone until the server has it. */
export type SentState = 'saved' | 'sending' | 'waiting' | 'refused'

const ICONS = { saved: Check, sending: LoaderCircle, waiting: CloudOff, refused: TriangleAlert } as const
const WORDS = { saved: 'phone.write.saved', sending: 'phone.write.sending', waiting: 'drafts.waiting', refused: 'drafts.refused' } as const

/** It in words, with a sign. */
export function SendState({ state }: { state: SentState }) {
  const { t } = useText()
  const Icon = ICONS[state]
  return (
    <span className={`phone-state phone-state-${state}`} role={state === 'refused' ? 'alert' : undefined}>
      <Icon aria-hidden /> {t(WORDS[state])}
    </span>
  )
}
