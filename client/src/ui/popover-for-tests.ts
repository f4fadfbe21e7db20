import { act } from 'react'

/** Tells the first popover in `host` what a browser tells it, where the page without a screen has no popovers. */
export async function togglePopover(host: Element, newState: 'open' | 'closed'): Promise<void> {
  const oldState = newState === 'open' ? 'closed' : 'open'
  const panel = host.querySelector('.popover')
  if (!panel) throw new Error('no popover')
  await act(async () => {
    for (const type of ['beforetoggle', 'toggle']) panel.dispatchEvent(Object.assign(new Event(type), { newState, oldState }))
  })
}

export const openPopover = (host: Element) => togglePopover(host, 'open')
