import { Frame, Maximize } from 'lucide-react'
import type { AreaInfo, CanvasApi } from '../canvas/canvas-api.ts'
import { useText } from '../i18n/use-text.ts'
import { useCanvasValue } from './use-canvas-value.ts'

const NO_AREAS: readonly AreaInfo[] = []

interface AreasMenuProps {
  canvas: CanvasApi | null
  /** closes the menu this list stands in */
  close: () => void
}

/** Ways around a large board: the areas by name, and all of it. */
export function AreasMenu({ canvas, close }: AreasMenuProps) {
  const { t } = useText()
  const areas = useCanvasValue(canvas, (api) => api.areas, NO_AREAS)
  return (
    <div className="menu">
      <p className="menu-title">{t('board.areasHint')}</p>
      <button
        type="button"
        className="menu-item"
        disabled={!canvas}
        onClick={() => {
          close()
          canvas?.zoomToStart()
        }}
      >
        <Maximize aria-hidden /> {t('board.overview')}
      </button>
      {areas.map(({ id, area, name }) => (
        <button
          key={id}
          type="button"
          className="menu-item"
          onClick={() => {
            close()
            canvas?.zoomToArea(area)
          }}
        >
          <Frame aria-hidden /> {name}
        </button>
      ))}
    </div>
  )
}
