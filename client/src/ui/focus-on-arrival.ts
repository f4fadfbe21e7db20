/** A ref for the field that a page or form is about: it has the focus as soon as it is there. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus()
}
