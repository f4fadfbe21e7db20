import { useRef } from 'react'
import { useEditor, useQuickReactor } from 'tldraw'

/** Distance of the dots at 100 %, in board units; the grid is doubled or halved with the zoom so that it stays calm. */
const STEP = 64

/** Rice paper with a subtle grid of dots that moves with the board. */
export function Paper() {
  const editor = useEditor()
  const ground = useRef<HTMLDivElement>(null)
  useQuickReactor(
    'paper',
    () => {
      const element = ground.current
      if (!element) return
      const { x, y, z } = editor.getCamera()
      const step = STEP * z * 2 ** Math.round(Math.log2(0.4 / z))
      element.style.backgroundSize = `${step}px ${step}px`
      element.style.backgroundPosition = `${(x * z) % step}px ${(y * z) % step}px`
    },
    [editor],
  )
  return <div className="rb-paper" ref={ground} />
}
