import { Vote } from 'lucide-react'
import { useState, type ComponentType } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { useReadable } from '../../ui/use-readable.ts'
import type { VotingPart } from './VotingPart.tsx'

type PartProps = Parameters<typeof VotingPart>[0]

interface VotingSectionProps extends Pick<PartProps, 'session' | 'canvas' | 'onGoTo' | 'onPoint'> {
  /** loaded when there is something to vote on or about */
  Part: ComponentType<PartProps>
}

/** The way into voting; the rest is loaded when it is needed. */
export function VotingSection({ Part, session, canvas, ...rest }: VotingSectionProps) {
  const { t } = useText()
  const { round, results, me } = useReadable(session.view)
  const [formOpen, setFormOpen] = useState(false)
  return (
    <>
      {(round || results.length > 0 || formOpen) && (
        <Part {...rest} session={session} canvas={canvas} formOpen={formOpen} onCloseForm={() => setFormOpen(false)} />
      )}
      {me.role === 'facilitator' && !round && !formOpen && (
        <button type="button" className="btn" disabled={!canvas} onClick={() => setFormOpen(true)}>
          <Vote aria-hidden /> {t('voting.open')}
        </button>
      )}
    </>
  )
}
