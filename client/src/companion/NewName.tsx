import { COMMAND_LIMITS } from '@remedyboard/shared/workshop/command-limits'
import { useText } from '../i18n/use-text.ts'
import type { BoardSession } from '../session/board-session.ts'
import { focusOnArrival } from '../ui/focus-on-arrival.ts'
import { isComposing } from '../ui/is-composing.ts'
import { useUnfinished } from './use-unfinished.ts'

interface NewNameProps {
  session: BoardSession
  /** what the name is for, see `writing-target.ts` */
  target: string
  label: string
  /** what the button says */
  make: string
  onMake: (name: string) => void
  onCancel: () => void
}

/** The name of something that is being made: a group, somebody who leads. */
export function NewName({ session, target, label, make: makeWords, onMake, onCancel }: NewNameProps) {
  const { t } = useText()
  const [name, setName] = useUnfinished(session, target)
  const make = () => {
    if (name.trim() === '') return
    setName('')
    onMake(name.trim())
  }
  const cancel = () => {
    setName('')
    onCancel()
  }
  return (
    <div className="phone-part phone-new-name">
      <input
        ref={focusOnArrival}
        type="text"
        className="input"
        aria-label={label}
        placeholder={label}
        maxLength={COMMAND_LIMITS.nameLength}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Enter') make()
          if (event.key === 'Escape') cancel()
        }}
      />
      <div className="phone-buttons">
        <button type="button" className="btn" onClick={cancel}>
          {t('drafts.undo')}
        </button>
        <button type="button" className="btn btn-primary" disabled={name.trim() === ''} onClick={make}>
          {makeWords}
        </button>
      </div>
    </div>
  )
}
