import type { PresenceUser } from '@remedyboard/shared/protocol/presence'
import './remote-caret.css'

/** Somebody else's caret in the text that is open here: a line in their colour with their name. */
export function remoteCaret({ name, color }: Pick<PresenceUser, 'name' | 'color'>): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'rb-caret'
  caret.style.setProperty('--rb-caret', color)
  const label = document.createElement('span')
  label.className = 'rb-caret-name'
  label.textContent = name
  // Zero-width characters on both sides: browsers cannot put their own caret next to an element without text.
  caret.append('\u2060', label, '\u2060')
  return caret
}
