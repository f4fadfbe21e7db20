import { checkShortText, SHORT_TEXT_LENGTHS } from '@remedyboard/shared/protocol/short-text'
import { Check } from 'lucide-react'
import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { failureCode, type ApiFailure } from '../../session/api-client.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import { isComposing } from '../../ui/is-composing.ts'

interface RenameFormProps {
  /** whose name it is, in words */
  label: string
  name: string
  /** resolves when the server took the name; throws `ApiFailure` */
  onRename: (name: string) => Promise<unknown>
  onDone: () => void
}

/** Another name, in place. Escape leaves it as it was. */
export function RenameForm({ label, name, onRename, onDone }: RenameFormProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState(name)
  const [failure, setFailure] = useState<ApiFailure['code'] | null>(null)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const checked = checkShortText(typed, 'name')
    if ('problem' in checked) return setFailure('bad-request')
    try {
      if (checked.text !== name) await onRename(checked.text)
      onDone()
    } catch (error) {
      setFailure(failureCode(error))
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) {
      if (event.key === 'Enter') event.preventDefault()
    } else if (event.key === 'Escape') {
      // the dialog around it stays open
      event.preventDefault()
      onDone()
    }
  }

  return (
    <form className="rename" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <input
        ref={focusOnArrival}
        id={id}
        className="input"
        value={typed}
        maxLength={SHORT_TEXT_LENGTHS.name}
        aria-invalid={failure !== null}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="btn btn-icon" aria-label={t('people.renameSave')} title={t('people.renameSave')}>
        <Check aria-hidden />
      </button>
      {failure && (
        <p className="field-error" role="alert">
          {t(`error.${failure}`)}
        </p>
      )}
    </form>
  )
}
