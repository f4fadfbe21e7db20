/**
 * A ref for the field that a page or form is about: it has the focus as soon as it is there. Given as it is: another function at each
 * drawing would take the focus again with each of them.
 */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus()
}
