import { Frame, Maximize } from 'lucide-react'
import type { AreaInfo, CanvasApi } from '../canvas/canvas-api.ts'
import { useText } from '../i18n/use-text.ts'
import { useCanvasValue } from './use-canvas-value.ts'

const NO_AREAS: readonly AreaInfo[] = []

/** Areas that a digit leads to; the canvas listens to them. */
const DIGITS = 9

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
        <kbd className="menu-key" aria-hidden>
          0
        </kbd>
      </button>
      {areas.map(({ id, area, name }, i) => (
        <button
          key={id}
          type="button"
          className="menu-item"
          aria-keyshortcuts={i < DIGITS ? String(i + 1) : undefined}
          onClick={() => {
            close()
            canvas?.zoomToArea(area)
          }}
        >
          <Frame aria-hidden /> {name}
          {i < DIGITS && (
            <kbd className="menu-key" aria-hidden>
              {i + 1}
            </kbd>
          )}
        </button>
      ))}
    </div>
  )
}
