import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { useCommand } from './use-command.ts'

/** The door of the workshop, for facilitators. */
export function EntrySwitch({ session }: { session: BoardSession }) {
  const { t } = useText()
  const { entryOpen } = useReadable(session.view)
  const { busy, failure, run } = useCommand(session)
  return (
    <div className="people-entry">
      <label className="switch">
        <input
          type="checkbox"
          checked={entryOpen}
          disabled={busy}
          onChange={(event) => run({ type: 'set-entry', open: event.target.checked })}
        />
        {t('people.entry')}
      </label>
      {!entryOpen && <p className="people-alone">{t('people.entryClosed')}</p>}
      {failure && (
        <p className="field-error" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
