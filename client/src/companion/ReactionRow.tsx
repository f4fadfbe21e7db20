import { SmilePlus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { sendReaction } from '../session/reactions.ts'
import { ReactionButtons } from '../ui/ReactionButtons.tsx'
import '../ui/reactions.css'

/** The way to react from a phone. It stays open: people clap more than once. */
export function ReactionRow({ session }: { session: BoardSession }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="phone-tab" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <SmilePlus aria-hidden /> {t('phone.react')}
      </button>
      {isOpen && (
        <div className="phone-reactions">
          <ReactionButtons
            label={t('reactions.button')}
            nameOf={(id) => t(`reactions.name.${id}`)}
            onReact={(id) => sendReaction(session, id)}
          />
        </div>
      )}
    </>
  )
}
