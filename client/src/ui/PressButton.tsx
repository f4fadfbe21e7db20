import type { ComponentProps } from 'react'
import './press-button.css'

interface PressButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'type'> {
  /** false: a press does nothing now */
  enabled: boolean
  onClick: () => void
}

/** A button that cannot be pressed for a while and keeps the focus meanwhile: `disabled` would throw out whoever uses keys or a screen reader. */
export function PressButton({ enabled, onClick, ...rest }: PressButtonProps) {
  return <button {...rest} type="button" aria-disabled={!enabled || undefined} onClick={() => enabled && onClick()} />
}
