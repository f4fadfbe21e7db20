/** A ref for what must be read: it scrolls into view as soon as it is there, when a long list stands between. */
export function showOnArrival(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
