/** Pointer and focus light a path on the board while they are on a control. */
export function pointing(path: () => readonly string[], onPoint: (ids: readonly string[]) => void) {
  const on = () => onPoint(path())
  const off = () => onPoint([])
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off }
}
