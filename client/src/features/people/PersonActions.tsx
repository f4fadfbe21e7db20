import { Pencil, QrCode, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { PressButton } from '../../ui/PressButton.tsx'
import { useAction } from '../../ui/use-action.ts'
import type { ListedPerson } from './listed-person.ts'
import { RenameForm } from './RenameForm.tsx'
import { RoleChoice } from './RoleChoice.tsx'

interface PersonActionsProps {
  session: BoardSession
  person: ListedPerson
  onReturnLink?: ((person: { id: string; name: string }) => void) | undefined
}

/** What a facilitator decides about somebody else: role and name, a way back for who lost their phone, and whether they stay. */
export function PersonActions({ session, person, onReturnLink }: PersonActionsProps) {
  const { t } = useText()
  const { busy, failure, run } = useAction(failureCode)
  const [asking, setAsking] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const { id, name } = person
  return (
    <div className="person-actions">
      <RoleChoice session={session} person={person} />
      {renaming && (
        <RenameForm
          label={t('roster.newName', { name })}
          name={name}
          onRename={(next) => session.send({ type: 'rename-person', id, name: next })}
          onDone={() => setRenaming(false)}
        />
      )}
      {asking ? (
        <div className="person-remove" role="group" aria-label={t('people.removeTitle', { name })}>
          <p className="person-remove-title">{t('people.removeTitle', { name })}</p>
          <p>{t('people.removeHint')}</p>
          <div className="person-remove-buttons">
            <PressButton
              ref={focusOnArrival}
              className="btn btn-danger"
              enabled={!busy}
              onClick={() => void run(() => session.send({ type: 'remove-person', id }))}
            >
              {t('people.removeConfirm')}
            </PressButton>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {t('people.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div className="person-more">
          {!renaming && (
            <button type="button" className="btn btn-quiet" onClick={() => setRenaming(true)}>
              <Pencil aria-hidden /> {t('roster.rename')}
            </button>
          )}
          {onReturnLink && (
            <button type="button" className="btn btn-quiet" onClick={() => onReturnLink({ id, name })}>
              <QrCode aria-hidden /> {t('roster.returnAgain')}
            </button>
          )}
          <button type="button" className="btn btn-quiet person-remove-ask" onClick={() => setAsking(true)}>
            <UserMinus aria-hidden /> {t('people.remove')}
          </button>
        </div>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {t('people.failed', { reason: failure === 'unprocessable' ? t('people.lastFacilitator') : t(`error.${failure}`) })}
        </p>
      )}
    </div>
  )
}
