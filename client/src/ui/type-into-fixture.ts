/** Types as a browser does it: React hears only of a value that was not set through it. Call it within `act`. */
export function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string, { isComposing = false } = {}): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }))
}
