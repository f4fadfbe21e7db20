import { useEffect, useRef, type CSSProperties, type PointerEvent } from 'react'
import { Box, computed, react, useEditor, useValue, type BoxLike, type Editor } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { usePalette } from '../look/use-palette.ts'
import { drawBlocks } from '../thumbnail/draw-blocks.ts'

/** Size in pixels; minimap.css has the same. */
const WIDTH = 208
const HEIGHT = 124

/** While things move it is drawn anew this often, in ms: a large board takes some milliseconds each time. */
const REDRAW_MS = 200

/** Everything there is, with air around it; a page around the origin on an empty board. */
function contentBounds(editor: Editor): Box {
  return (editor.getCurrentPageBounds() ?? new Box(-500, -300, 1000, 600)).clone().expandBy(60)
}

function scaleOf(bounds: BoxLike): number {
  return Math.min(WIDTH / bounds.w, HEIGHT / bounds.h)
}

/**
 * The whole board in small: areas and cards in their colours, what this screen shows, and where the others point. A press or
 * drag moves the view. tldraw's own paints areas and what lies in them in one colour, so that nothing can be told apart.
 */
export function SmallBoard() {
  const editor = useEditor()
  const palette = usePalette()
  const { t } = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const bounds = useValue('small board bounds', () => contentBounds(editor).toJson(), [editor])
  const view = useValue('view', () => editor.getViewportPageBounds(), [editor])
  const others = useValue('others', () => editor.getCollaboratorsOnCurrentPage(), [editor])
  const scale = scaleOf(bounds)
  const left = (WIDTH - bounds.w * scale) / 2
  const top = (HEIGHT - bounds.h * scale) / 2

  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const density = window.devicePixelRatio
    element.width = WIDTH * density
    element.height = HEIGHT * density
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      timer = undefined
      const box = contentBounds(editor)
      const z = scaleOf(box) * density
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, element.width, element.height)
      context.setTransform(z, 0, 0, z, (element.width - box.w * z) / 2 - box.x * z, (element.height - box.h * z) / 2 - box.y * z)
      drawBlocks(context, editor, box, palette)
    }
    const shapes = computed('shapes to draw', () => editor.getCurrentPageShapes())
    draw()
    const stop = react('small board', () => {
      shapes.get()
      timer ??= setTimeout(draw, REDRAW_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [editor, palette])

  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons !== 1) return
    const rect = event.currentTarget.getBoundingClientRect()
    editor.centerOnPoint({
      x: (event.clientX - rect.left - left) / scale + bounds.x,
      y: (event.clientY - rect.top - top) / scale + bounds.y,
    })
  }
  const place = (x: number, y: number): CSSProperties => ({ left: left + (x - bounds.x) * scale, top: top + (y - bounds.y) * scale })

  return (
    <div
      className="rb-minimap"
      role="img"
      aria-label={t('canvas.minimap')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        go(event)
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} />
      <span className="rb-minimap-view" style={{ ...place(view.x, view.y), width: view.w * scale, height: view.h * scale }} />
      {others.map(({ id, cursor, color }) =>
        cursor ? <span key={id} className="rb-minimap-person" style={{ ...place(cursor.x, cursor.y), background: color }} /> : null,
      )}
    </div>
  )
}
