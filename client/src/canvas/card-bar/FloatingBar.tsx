import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useEditor, usePassThroughWheelEvents, useValue } from 'tldraw'
import { focusCanvas } from '../overlay/focus-canvas.ts'
import { barPlace } from './bar-place.ts'
import './card-bar.css'
import { useOwnKeys } from './use-own-keys.ts'

/** Room that the longest menu needs above the bar, in pixels. */
const MENU_HEIGHT = 300

interface FloatingBarProps {
  label: string
  /** a menu is open: Escape closes it first */
  menuOpen: boolean
  onCloseMenu: () => void
  children: ReactNode
}

/** A bar of buttons right above what is selected. Arrow keys go from button to button, Escape back to the canvas. */
export function FloatingBar({ label, menuOpen, onCloseMenu, children }: FloatingBarProps) {
  const editor = useEditor()
  const bar = useRef<HTMLDivElement>(null) as RefObject<HTMLDivElement> // tldraw's types are React 18's
  usePassThroughWheelEvents(bar)
  useOwnKeys(bar, () => (menuOpen ? onCloseMenu() : focusCanvas(editor)))
  const [half, setHalf] = useState<number>()
  const place = useValue('bar place', () => barPlace(editor.getSelectionRotatedScreenBounds(), editor.getViewportScreenBounds(), half), [
    editor,
    half,
  ])
  const isPlaced = place !== null
  useLayoutEffect(() => {
    const element = bar.current as HTMLDivElement | null // null while there is no place for it
    if (!element || !isPlaced) return
    // what stands on it depends on the cards, the language and the room
    const observer = new ResizeObserver(() => setHalf(element.offsetWidth / 2))
    observer.observe(element)
    return () => observer.disconnect()
  }, [isPlaced])
  if (!place) return null
  return (
    <div
      className="rb-card-bar"
      ref={bar}
      role="toolbar"
      aria-label={label}
      data-menu={place.y < MENU_HEIGHT ? 'below' : 'above'}
      style={{ left: place.x, top: place.y }}
      onPointerDown={(event) => event.stopPropagation()}
    >
      {children}
    </div>
  )
}
