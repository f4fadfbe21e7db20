import { EyeOff } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { areaBounds } from '../area/areas-on-page.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { useReadable } from '../use-readable.ts'
import './spotlight.css'

/** For facilitators: which areas the others do not see yet. */
export function WaitingAreas() {
  const { hiddenAreas, me } = useReadable(useCanvasSession().view)
  return me.role === 'facilitator' && hiddenAreas.map((area) => <WaitingArea key={area} area={area} />)
}

function WaitingArea({ area }: { area: string }) {
  const editor = useEditor()
  const { t } = useText()
  const corner = useValue(
    'corner of an area',
    () => {
      const bounds = areaBounds(editor, area)
      if (!bounds) return null
      const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.y })
      return { left: x, top: y }
    },
    [editor, area],
  )
  return (
    corner && (
      <span className="rb-waiting-area" style={corner}>
        <EyeOff size={14} aria-hidden />
        {t('attention.waits')}
      </span>
    )
  )
}
