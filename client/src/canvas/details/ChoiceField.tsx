import { useId } from 'react'
import { MIXED, type Shared } from './shared-value.ts'

interface ChoiceFieldProps<T extends string> {
  label: string
  value: Shared<T | undefined>
  /** '' stands for nothing said */
  options: readonly { value: T | ''; label: string; name?: string }[]
  onChoose: (value: T | undefined) => void
}

/** One of a few, side by side. Where the cards differ nothing is chosen. */
export function ChoiceField<T extends string>({ label, value, options, onChoose }: ChoiceFieldProps<T>) {
  const name = useId()
  return (
    <fieldset className="rb-choice">
      <legend className="field-label">{label}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              aria-label={option.name}
              checked={value !== MIXED && (value ?? '') === option.value}
              onChange={() => onChoose(option.value === '' ? undefined : option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
