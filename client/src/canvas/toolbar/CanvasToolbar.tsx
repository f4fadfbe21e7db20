import { ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import {
  GeoShapeGeoStyle,
  MobileStylePanel,
  useBreakpoint,
  useEditor,
  usePassThroughWheelEvents,
  useReadonly,
  useTools,
  useValue,
} from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { useOrdinaryStyles } from './use-ordinary-styles.ts'
import { MAIN_TOOLS, MORE_TOOLS, SIDE_TOOLS, VIEWER_TOOLS, type ToolbarItem } from './toolbar-items.tsx'

/** tldraw's breakpoint from which its style panel has a place of its own at the right. */
const STYLE_PANEL_BREAKPOINT = 5

/** The tools, bottom centre: our kinds of cards first, tldraw's own tools beside them or under "more". */
export function CanvasToolbar() {
  const editor = useEditor()
  const { t } = useText()
  const isReadonly = useReadonly()
  const [isMoreOpen, setMoreOpen] = useState(false)
  const bar = useRef<HTMLDivElement>(null) as RefObject<HTMLDivElement> // tldraw's types are React 18's
  usePassThroughWheelEvents(bar)
  const active = useActiveTool()
  const styles = useOrdinaryStyles()
  const isNarrow = useBreakpoint() < STYLE_PANEL_BREAKPOINT
  const hidden = SIDE_TOOLS.some(({ id }) => id === active) ? 'side' : MORE_TOOLS.find(({ id }) => id === active) ? 'more' : null

  useEffect(() => {
    if (!isMoreOpen) return
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !(event.target instanceof Node && bar.current?.contains(event.target)))
        setMoreOpen(false)
    }
    document.addEventListener('pointerdown', close, { capture: true })
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close, { capture: true })
      document.removeEventListener('keydown', close)
    }
  }, [isMoreOpen, editor])

  const closeMenu = () => setMoreOpen(false)

  if (isReadonly) {
    return (
      <div className="rb-toolbar" ref={bar} role="toolbar" aria-label={t('canvas.tools')}>
        <ToolGroup items={VIEWER_TOOLS} active={active} />
      </div>
    )
  }
  return (
    <div className="rb-toolbar" ref={bar} role="toolbar" aria-label={t('canvas.tools')}>
      <ToolGroup items={MAIN_TOOLS} active={active} />
      <span className="rb-toolbar-rule" />
      <div className="rb-toolbar-side">
        <ToolGroup items={SIDE_TOOLS} active={active} />
      </div>
      {styles && isNarrow && <MobileStylePanel />}
      <button
        type="button"
        className="rb-tool rb-tool-more"
        aria-expanded={isMoreOpen}
        data-hidden-active={hidden ?? undefined}
        onClick={() => setMoreOpen(!isMoreOpen)}
      >
        <ChevronUp size={20} aria-hidden />
        <span className="rb-tool-name">{t('canvas.tool.more')}</span>
      </button>
      {isMoreOpen && (
        <div className="rb-toolbar-menu">
          <div className="rb-toolbar-side-in-menu">
            <ToolGroup items={SIDE_TOOLS} active={active} onChosen={closeMenu} />
          </div>
          <ToolGroup items={MORE_TOOLS} active={active} onChosen={closeMenu} />
        </div>
      )}
    </div>
  )
}

function ToolGroup({ items, active, onChosen }: { items: readonly ToolbarItem[]; active: string; onChosen?: () => void }) {
  const tools = useTools()
  const { t } = useText()
  return items.map(({ id, label, icon, key, kind }) => {
    const name = t(label)
    return (
      <button
        key={id}
        type="button"
        className="rb-tool"
        data-kind={kind}
        data-tool={id}
        aria-pressed={active === id}
        aria-label={name}
        aria-keyshortcuts={key}
        title={key ? t('canvas.toolWithKey', { name, key }) : name}
        onClick={() => {
          tools[id]?.onSelect('toolbar')
          onChosen?.()
        }}
      >
        {icon}
        <span className="rb-tool-name">
          {name}
          {key && key.length === 1 && id !== 'select' ? <kbd>{key}</kbd> : null}
        </span>
      </button>
    )
  })
}

/** tldraw has one tool for all its geometric shapes; ours are told apart. */
function useActiveTool(): string {
  const editor = useEditor()
  return useValue(
    'active tool',
    () => {
      const tool = editor.getCurrentToolId()
      return tool === 'geo'
        ? (editor.getSharedStyles().getAsKnownValue(GeoShapeGeoStyle) ?? editor.getStyleForNextShape(GeoShapeGeoStyle))
        : tool
    },
    [editor],
  )
}
