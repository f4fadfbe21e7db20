import { ROLES } from '@remedyboard/shared/protocol/role'
import { UserMinus } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import type { ListedPerson } from './listed-person.ts'
import { useCommand } from './use-command.ts'
import { useWanted } from './use-wanted.ts'

/** What a facilitator decides about somebody else: their role, and whether they stay. */
export function PersonActions({ session, person }: { session: BoardSession; person: ListedPerson }) {
  const { t } = useText()
  const group = useId()
  const { busy, failure, run } = useCommand(session)
  const [asking, setAsking] = useState(false)
  const { id, name } = person
  const { shown, want } = useWanted(person.role)
  return (
    <div className="person-actions">
      <fieldset>
        <legend className="visually-hidden">{t('people.roleOf', { name })}</legend>
        <div className="segments person-roles">
          {ROLES.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name={group}
                checked={shown === option}
                onChange={() => want(option, run({ type: 'set-role', id, role: option }))}
              />
              <span>{t(`role.${option}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {asking ? (
        <div className="person-remove" role="group" aria-label={t('people.removeTitle', { name })}>
          <p className="person-remove-title">{t('people.removeTitle', { name })}</p>
          <p>{t('people.removeHint')}</p>
          <div className="person-remove-buttons">
            <button
              ref={focusOnArrival}
              type="button"
              className="btn btn-danger"
              disabled={busy}
              onClick={() => void run({ type: 'remove-person', id })}
            >
              {t('people.removeConfirm')}
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {t('people.cancel')}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="btn btn-quiet person-remove-ask" onClick={() => setAsking(true)}>
          <UserMinus aria-hidden /> {t('people.remove')}
        </button>
      )}
      {failure && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
