import type { Phase } from '@remedyboard/shared/workshop/state'
import { Users } from 'lucide-react'
import { useText } from '../i18n/use-text.ts'
import { failureCode } from '../session/api-client.ts'
import type { BoardSession } from '../session/board-session.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import { useAction } from '../ui/use-action.ts'
import { useReadable } from '../ui/use-readable.ts'

/** What the others of one's group wrote, and the way to post it all. */
export function GroupNotes({ session, phase }: { session: BoardSession; phase: Phase }) {
  const { t } = useText()
  const { groups, me } = useReadable(session.view)
  const { busy, failure, run } = useAction(failureCode)
  const group = groups.find(({ members }) => members.includes(me.id))
  if (!group) return <p className="phone-quiet">{t('drafts.noGroup')}</p>
  const count = me.drafts.length + me.groupDrafts.length
  return (
    <section className="phone-part" aria-label={t('drafts.ofGroup', { name: group.name })}>
      <h2>
        <Users aria-hidden /> {t('drafts.ofGroup', { name: group.name })}
      </h2>
      {me.groupDrafts.length > 0 && (
        <ul className="phone-list">
          {me.groupDrafts.map(({ id, text }) => (
            <li key={id} className="phone-card" data-kind={phase.noteKind ?? 'note'}>
              <p className="phone-card-text">{text}</p>
            </li>
          ))}
        </ul>
      )}
      {count > 0 && (
        <ConfirmButton
          className="btn btn-big"
          question={t('drafts.postGroupSure', { count })}
          yes={t('drafts.yes')}
          no={t('drafts.no')}
          disabled={busy}
          onConfirm={() => void run(() => session.send({ type: 'reveal-notes', phaseId: phase.id, group: group.id }))}
        >
          {t('drafts.postGroup')}
        </ConfirmButton>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {t('drafts.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </section>
  )
}
