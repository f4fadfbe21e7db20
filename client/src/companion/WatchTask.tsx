import { Presentation } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { sendReaction } from '../session/reactions.ts'
import { ReactionButtons } from '../ui/ReactionButtons.tsx'
import '../ui/reactions.css'
import { TaskFrame } from './TaskFrame.tsx'
import type { TaskProps } from './task-props.ts'

/** Eyes up: the room looks at the screen or at one another. Where the step asks for it, signs of life are at hand. */
export function WatchTask({ session, phase }: TaskProps) {
  const { t } = useText()
  return (
    <TaskFrame label={t('phone.task.watch')}>
      <div className="phone-still">
        <Presentation aria-hidden />
        <h2>{t('phone.watch.title')}</h2>
        <p>{t('phone.watch.body')}</p>
      </div>
      {phase?.can.includes('react') && (
        <div className="phone-react-here">
          <p className="phone-quiet">{t('reactions.hint')}</p>
          <ReactionButtons
            label={t('reactions.hint')}
            nameOf={(id) => t(`reactions.name.${id}`)}
            onReact={(id) => sendReaction(session, id)}
          />
        </div>
      )}
    </TaskFrame>
  )
}
