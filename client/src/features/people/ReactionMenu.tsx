import { SmilePlus } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { sendReaction } from '../../session/reactions.ts'
import { Popover } from '../../ui/Popover.tsx'
import { ReactionButtons } from '../../ui/ReactionButtons.tsx'
import './shown-reactions.css'

/** The way to react from the board's page. It stays open: people clap more than once. */
export function ReactionMenu({ session }: { session: BoardSession }) {
  const { t } = useText()
  return (
    <Popover
      buttonClass="btn btn-quiet btn-icon"
      label={t('reactions.button')}
      title={t('reactions.button')}
      button={<SmilePlus aria-hidden />}
    >
      {() => (
        <div className="reaction-menu">
          <ReactionButtons
            label={t('reactions.button')}
            nameOf={(id) => t(`reactions.name.${id}`)}
            onReact={(id) => sendReaction(session, id)}
          />
          <p className="field-hint">{t('reactions.hint')}</p>
        </div>
      )}
    </Popover>
  )
}
