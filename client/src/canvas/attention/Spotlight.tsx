import { useEditor, useValue } from 'tldraw'
import { areaBounds } from '../area/areas-on-page.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { useReadable } from '../use-readable.ts'
import './spotlight.css'

/** Dims everything but the area that a facilitator put in the light. People can go on: it is in nobody's way. */
export function Spotlight() {
  const { attention } = useReadable(useCanvasSession().view)
  return attention.mode === 'area' && <Light area={attention.area} />
}

function Light({ area }: { area: string }) {
  const editor = useEditor()
  const box = useValue(
    'lit area',
    () => {
      const bounds = areaBounds(editor, area)
      if (!bounds) return null
      const { x, y } = editor.pageToViewport(bounds)
      const zoom = editor.getZoomLevel()
      return { left: x, top: y, width: bounds.w * zoom, height: bounds.h * zoom }
    },
    [editor, area],
  )
  return (
    box && (
      <div className="rb-spotlight-room" aria-hidden>
        <div className="rb-spotlight" style={box} />
      </div>
    )
  )
}
