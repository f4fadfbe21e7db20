import { Users } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { ConfirmButton } from '../../ui/ConfirmButton.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'

/** What the others of one's group wrote, and the way to post it all. */
export function GroupNotes({ session, phaseId }: { session: BoardSession; phaseId: string }) {
  const { t } = useText()
  const { groups, me } = useReadable(session.view)
  const { busy, failure, run } = useAction(failureCode)
  const group = groups.find(({ members }) => members.includes(me.id))
  if (!group) return <p className="field-hint">{t('drafts.noGroup')}</p>
  const count = me.drafts.length + me.groupDrafts.length
  return (
    <div className="drafts-group">
      <p className="drafts-kicker">
        <Users aria-hidden /> {t('drafts.ofGroup', { name: group.name })}
      </p>
      {me.groupDrafts.length > 0 && (
        <ul className="drafts-notes">
          {me.groupDrafts.map(({ id, text }) => (
            <li key={id} className="drafts-note">
              <p className="drafts-text">{text}</p>
            </li>
          ))}
        </ul>
      )}
      {count > 0 && (
        <ConfirmButton
          key={group.id}
          question={t('drafts.postGroupSure', { count })}
          yes={t('drafts.yes')}
          no={t('drafts.no')}
          disabled={busy}
          onConfirm={() => void run(() => session.send({ type: 'reveal-notes', phaseId, group: group.id }))}
        >
          {t('drafts.postGroup')}
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
