import type { ReactElement } from 'react'

interface BarButtonProps {
  name: string
  icon: ReactElement
  onPress: () => void
  /** shown beside the icon, where there is room */
  word?: string
  /** opens a menu of the bar */
  expanded?: boolean
  danger?: boolean
}

/** A button of a bar over the canvas: an icon with a name, or with a word. */
export function BarButton({ name, icon, onPress, word, expanded, danger }: BarButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-expanded={expanded}
      className={danger ? 'rb-card-bar-danger' : word === undefined ? undefined : 'rb-card-bar-word'}
      onClick={onPress}
    >
      {icon}
      {word !== undefined && <span>{word}</span>}
    </button>
  )
}

/** A line of a bar's menu. */
export function BarItem({ name, icon, onPress }: Pick<BarButtonProps, 'name' | 'icon' | 'onPress'>) {
  return (
    <button type="button" onClick={onPress}>
      {icon} {name}
    </button>
  )
}
