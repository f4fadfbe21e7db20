import { Eye } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { useAction } from '../../ui/use-action.ts'

interface RevealControlsProps {
  session: BoardSession
  phaseId: string
  notes: number
  isPrimary: boolean
}

/** For facilitators: put the hidden notes of a phase on the board, or erase them. */
export function RevealControls({ session, phaseId, notes, isPrimary }: RevealControlsProps) {
  const { t } = useText()
  const { busy, failure, run } = useAction(failureCode)
  return (
    <div className="drafts-reveal">
      <ConfirmButton
        className={isPrimary ? 'btn btn-primary' : 'btn'}
        question={t('drafts.revealSure', { count: notes })}
        yes={t('drafts.yes')}
        no={t('drafts.no')}
        disabled={busy || notes === 0}
        onConfirm={() => void run(() => session.send({ type: 'reveal-notes', phaseId }))}
      >
        <Eye aria-hidden /> {notes === 0 ? t('drafts.reveal') : t('drafts.revealCount', { count: notes })}
      </ConfirmButton>
      {notes > 0 && (
        <ConfirmButton
          className="btn btn-quiet"
          question={t('drafts.discardSure', { count: notes })}
          yes={t('drafts.yes')}
          no={t('drafts.no')}
          disabled={busy}
          onConfirm={() => void run(() => session.send({ type: 'discard-notes', phaseId }))}
        >
          {t('drafts.discard')}
        </ConfirmButton>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {t('drafts.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </div>
  )
}
