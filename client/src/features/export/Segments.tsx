interface SegmentsProps<T extends string | number> {
  legend: string
  /** of the group of radio buttons, unique in the form */
  name: string
  value: T
  options: readonly { value: T; label: string; disabled?: boolean; title?: string }[]
  onChoose: (value: T) => void
}

/** One of a few, side by side. */
export function Segments<T extends string | number>({ legend, name, value, options, onChoose }: SegmentsProps<T>) {
  return (
    <fieldset className="field">
      <legend className="field-label">{legend}</legend>
      <div className="segments">
        {options.map((option) => (
          <label key={option.value} title={option.title}>
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
