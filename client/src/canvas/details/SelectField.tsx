import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { MIXED, type Shared } from './shared-value.ts'

interface SelectFieldProps<T extends string> {
  label: string
  value: Shared<T | undefined>
  /** '' stands for nothing said */
  options: readonly { value: T | ''; label: string }[]
  onChoose: (value: T | undefined) => void
  /** where the keyboard begins */
  first?: boolean
}

/** One of many, folded. */
export function SelectField<T extends string>({ label, value, options, onChoose, first }: SelectFieldProps<T>) {
  const { t } = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        data-first={first || undefined}
        value={value === MIXED ? 'mixed' : (value ?? '')}
        onChange={(event) =>
          onChoose(options.find((option) => option.value !== '' && option.value === event.target.value)?.value || undefined)
        }
      >
        {value === MIXED && (
          <option value="mixed" disabled>
            {t('canvas.details.mixed')}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
