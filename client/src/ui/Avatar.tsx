import './avatar.css'

/** The first letter people would call somebody by: the family name in Chinese, the first letter elsewhere. */
export function initialOf(name: string): string {
  const first = [...name.trim()][0]
  return first ? first.toLocaleUpperCase() : '?'
}

/** A person as a coloured disc. Decorative: the name must be said beside it or in the list it is part of. */
export function Avatar({ name, color }: { name: string; color: string }) {
  return (
    <span className="avatar" style={{ backgroundColor: color }} aria-hidden>
      {initialOf(name)}
    </span>
  )
}
