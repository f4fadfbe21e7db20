import { ROLES, type Role } from '@remedyboard/shared/protocol/role'
import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useAction } from '../../ui/use-action.ts'
import { useWanted } from './use-wanted.ts'

/** What somebody may do. The server refuses to take the last facilitator's role, and this says so. */
export function RoleChoice({
  session,
  person: { id, name, role },
}: {
  session: BoardSession
  person: { id: string; name: string; role: Role }
}) {
  const { t } = useText()
  const group = useId()
  const { failure, run } = useAction(failureCode)
  const { shown, want } = useWanted(role)
  return (
    <>
      <fieldset>
        <legend className="visually-hidden">{t('people.roleOf', { name })}</legend>
        <div className="segments person-roles">
          {ROLES.map((option) => (
            <label key={option}>
              <input
                type="radio"
                name={group}
                checked={shown === option}
                onChange={() =>
                  want(
                    option,
                    run(() => session.send({ type: 'set-role', id, role: option })),
                  )
                }
              />
              <span>{t(`role.${option}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {failure && (
        <p className="field-error" role="alert">
          {t('people.failed', { reason: failure === 'unprocessable' ? t('people.lastFacilitator') : t(`error.${failure}`) })}
        </p>
      )}
    </>
  )
}
