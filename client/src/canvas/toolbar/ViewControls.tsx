import { Redo2, Undo2, ZoomIn, ZoomOut } from 'lucide-react'
import { useRef, type RefObject } from 'react'
import { useActions, useCanRedo, useCanUndo, useEditor, usePassThroughWheelEvents, useReadonly, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { Minimap } from '../minimap/Minimap.tsx'
import { LinkLegend } from '../link/LinkLegend.tsx'
import { zoomToStart } from '../camera/zoom-to.ts'

const icon = { size: 18, strokeWidth: 2.1, 'aria-hidden': true } as const

/** Undo and zoom, bottom left. The number takes people back to the whole board. */
export function ViewControls() {
  const editor = useEditor()
  const actions = useActions()
  const { t } = useText()
  const isReadonly = useReadonly()
  const canUndo = useCanUndo()
  const canRedo = useCanRedo()
  const bar = useRef<HTMLDivElement>(null) as RefObject<HTMLDivElement> // tldraw's types are React 18's
  usePassThroughWheelEvents(bar)
  const percent = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  return (
    <div className="rb-view" ref={bar} role="toolbar" aria-label={t('canvas.view')}>
      {!isReadonly && (
        <>
          <button
            type="button"
            aria-label={t('canvas.undo')}
            title={t('canvas.undo')}
            disabled={!canUndo}
            onClick={() => void actions['undo']?.onSelect('toolbar')}
          >
            <Undo2 {...icon} />
          </button>
          <button
            type="button"
            aria-label={t('canvas.redo')}
            title={t('canvas.redo')}
            disabled={!canRedo}
            onClick={() => void actions['redo']?.onSelect('toolbar')}
          >
            <Redo2 {...icon} />
          </button>
          <span className="rb-toolbar-rule" />
        </>
      )}
      <button
        type="button"
        aria-label={t('canvas.zoomOut')}
        title={t('canvas.zoomOut')}
        onClick={() => void actions['zoom-out']?.onSelect('toolbar')}
      >
        <ZoomOut {...icon} />
      </button>
      <button
        type="button"
        className="rb-view-percent"
        aria-label={t('canvas.zoomLevel', { percent })}
        title={t('canvas.zoomLevel', { percent })}
        onClick={() => zoomToStart(editor)}
      >
        {percent}%
      </button>
      <button
        type="button"
        aria-label={t('canvas.zoomIn')}
        title={t('canvas.zoomIn')}
        onClick={() => void actions['zoom-in']?.onSelect('toolbar')}
      >
        <ZoomIn {...icon} />
      </button>
      <Minimap />
      <LinkLegend />
    </div>
  )
}
