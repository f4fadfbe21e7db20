import { useText } from '../../i18n/use-text.ts'
import { failureCode } from '../../session/api-client.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useAction } from '../../ui/use-action.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useWanted } from './use-wanted.ts'

/** The door of the workshop, for facilitators. */
export function EntrySwitch({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { entryOpen } = useReadable(session.view)
  const { failure, run } = useAction(failureCode)
  const { shown, want } = useWanted(entryOpen)
  return (
    <div className="people-entry">
      <label className="switch">
        <input
          type="checkbox"
          checked={shown}
          onChange={({ target: { checked } }) =>
            want(
              checked,
              run(() => session.send({ type: 'set-entry', open: checked })),
            )
          }
        />
        {t('people.entry')}
      </label>
      {!entryOpen && <p className="people-alone">{t('people.entryClosed')}</p>}
      {failure && (
        <p className="field-error" role="alert">
          {t('people.failed', { reason: t(`error.${failure}`) })}
        </p>
      )}
    </div>
  )
}
