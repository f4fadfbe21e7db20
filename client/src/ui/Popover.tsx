import { useId, useRef, useState, type ReactNode, type ToggleEvent } from 'react'
import { flushSync } from 'react-dom'
import './popover.css'

interface PopoverProps {
  /** what the button shows */
  button: ReactNode
  /** accessible name when the button shows no text */
  label?: string
  buttonClass?: string
  title?: string
  /** exist only while the panel is open: a list of people has one panel for each of them */
  children: (close: () => void) => ReactNode
}

const EDGE_PX = 8

/** between the button and its panel */
const GAP_PX = 6

/** A button and the panel it opens. Native popover: the browser closes it on Escape and on a click elsewhere. */
export function Popover({ button, label, buttonClass = 'btn', title, children }: PopoverProps) {
  const id = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const fill = ({ newState }: ToggleEvent<HTMLDivElement>) => {
    // Before the browser shows it and moves the focus: what has the focus first must be there.
    if (newState === 'open') flushSync(() => setOpen(true))
  }

  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open') setOpen(false)
    const from = trigger.current?.getBoundingClientRect()
    const to = panel.current
    if (event.newState !== 'open' || !from || !to) return
    const left = Math.min(from.left, innerWidth - to.offsetWidth - EDGE_PX)
    to.style.left = `${Math.max(EDGE_PX, left)}px`
    const below = innerHeight - from.bottom - GAP_PX - EDGE_PX
    const above = from.top - GAP_PX - EDGE_PX
    to.style.maxHeight = `${innerHeight - 2 * EDGE_PX}px`
    const opensUp = to.offsetHeight > below && above > below
    to.style.maxHeight = `${opensUp ? above : below}px`
    // Held at the button's side, so that a question in it grows away from the button.
    to.style.top = opensUp ? 'auto' : `${from.bottom + GAP_PX}px`
    to.style.bottom = opensUp ? `${innerHeight - from.top + GAP_PX}px` : 'auto'
  }

  return (
    <>
      <button ref={trigger} type="button" className={buttonClass} aria-label={label} title={title} popoverTarget={id}>
        {button}
      </button>
      <div ref={panel} id={id} popover="auto" className="popover" onBeforeToggle={fill} onToggle={place}>
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  )
}
