import { useId } from 'react'
import { isIsoDate } from '@remedyboard/shared/mapping/iso-date'
import { useText } from '../../i18n/use-text.ts'
import { MIXED, type Shared } from './shared-value.ts'

interface DateFieldProps {
  label: string
  value: Shared<string | undefined>
  onChoose: (date: string | undefined) => void
}

/** A day, in the browser's own calendar. */
export function DateField({ label, value, onChoose }: DateFieldProps) {
  const { t } = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {value === MIXED && <span className="field-hint">({t('canvas.details.mixed')})</span>}
      </label>
      <input
        id={id}
        type="date"
        className="input"
        // uncontrolled: while somebody types a year there is no date yet, and a controlled field would take the digits away
        key={value === MIXED ? 'mixed' : value}
        defaultValue={value === MIXED ? '' : value}
        onBlur={(event) => {
          const date = event.target.value
          if (date === '' || isIsoDate(date)) {
            if ((value === MIXED && date !== '') || (value !== MIXED && date !== (value ?? ''))) onChoose(date === '' ? undefined : date)
          }
        }}
      />
    </div>
  )
}
