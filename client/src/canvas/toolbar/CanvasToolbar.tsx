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
import { LINK_FROM_TOOL } from '../link/link-from-tool.ts'
import { isToolAllowed } from '../rights/is-tool-allowed.ts'
import { useRights } from '../rights/rights-now.ts'
import { useOrdinaryStyles } from './use-ordinary-styles.ts'
import { LINK_TOOLS, MAIN_TOOLS, MORE_TOOLS, PEOPLE_TOOLS, SIDE_TOOLS, VIEWER_TOOLS, type ToolbarItem } from './toolbar-items.tsx'

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
  const hidden = hiddenGroup(active)

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
      <div className="rb-toolbar-people">
        <ToolGroup items={PEOPLE_TOOLS} active={active} />
      </div>
      <ToolGroup items={LINK_TOOLS} active={active} />
      <span className="rb-toolbar-rule" />
      <div className="rb-toolbar-side">
        <ToolGroup items={SIDE_TOOLS} active={active} />
      </div>
      {styles && isNarrow && <MobileStylePanel />}
      <button
        type="button"
        className="rb-tool rb-tool-more"
        aria-label={t('canvas.tool.more')}
        title={t('canvas.tool.more')}
        aria-expanded={isMoreOpen}
        data-hidden-active={hidden}
        onClick={() => setMoreOpen(!isMoreOpen)}
      >
        <ChevronUp size={20} aria-hidden />
      </button>
      {isMoreOpen && (
        <div className="rb-toolbar-menu">
          <div className="rb-toolbar-people-in-menu">
            <ToolGroup items={PEOPLE_TOOLS} active={active} onChosen={closeMenu} />
          </div>
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
  const rights = useRights()
  return items.map(({ id, label, icon, key, kind }) => {
    const name = t(label)
    const isAllowed = isToolAllowed(rights, id)
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
        disabled={!isAllowed}
        title={!isAllowed ? t('canvas.notInThisStep', { name }) : key ? t('canvas.toolWithKey', { name, key }) : name}
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

/** Which group the tool in use belongs to, when some screens have that group in the menu only. */
function hiddenGroup(active: string): 'more' | 'side' | 'people' | undefined {
  const has = (items: readonly ToolbarItem[]) => items.some(({ id }) => id === active)
  if (has(MORE_TOOLS)) return 'more'
  if (has(SIDE_TOOLS)) return 'side'
  return has(PEOPLE_TOOLS) ? 'people' : undefined
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
        : tool === LINK_FROM_TOOL
          ? 'arrow'
          : tool
    },
    [editor],
  )
}
