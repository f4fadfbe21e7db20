/**
 * Keeps keys pressed inside an element from tldraw, which listens below React's root, so that React's own events come too late. A key
 * that was pressed before the keyboard came here is let go where it was pressed: tldraw would take it for held down for ever, and no
 * shortcut of two keys, undo for one, would work again.
 */
export function keepKeys(root: HTMLElement, onKeyDown: (event: KeyboardEvent) => void): () => void {
  const pressedHere = new Set<string>()
  const onDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    pressedHere.add(event.code)
    onKeyDown(event)
  }
  const onUp = (event: KeyboardEvent) => {
    if (pressedHere.delete(event.code)) event.stopPropagation()
  }
  const onLeave = ({ relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && root.contains(relatedTarget))) pressedHere.clear()
  }
  root.addEventListener('keydown', onDown)
  root.addEventListener('keyup', onUp)
  root.addEventListener('focusout', onLeave)
  return () => {
    root.removeEventListener('keydown', onDown)
    root.removeEventListener('keyup', onUp)
    root.removeEventListener('focusout', onLeave)
  }
}
