import type { Locale } from '@remedyboard/shared/protocol/locale'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { atom, Tldraw, type Editor, type TLComponents, type TLShape, type TldrawOptions } from 'tldraw'
import type { BoardSession } from '../session/board-session.ts'
import { areasLeftOut } from './attention/hidden-areas.ts'
import type { BoundStore } from './binding/create-bound-store.ts'
import { boardShapeUtils } from './board-shapes.ts'
import { useBoardUser } from './board-user.ts'
import type { CanvasApi } from './canvas-api.ts'
import { cardTools } from './card/card-tools.ts'
import { LinkFromTool } from './link/link-from-tool.ts'
import { Paper } from './look/Paper.tsx'
import type { Theme } from './look/pigments.ts'
import { shapeVisibility } from './merged/shape-visibility.ts'
import { mountBoard } from './mount-board.ts'
import { coEditing } from './rich-text/co-editing.ts'
import { tldrawAssetUrls } from './tldraw-asset-urls.ts'
import { CanvasOverlay } from './overlay/CanvasOverlay.tsx'
import { CanvasSessionProvider } from './overlay/canvas-session.ts'
import { OverCards } from './overlay/OverCards.tsx'
import { BoardContextMenu } from './toolbar/BoardContextMenu.tsx'
import { CanvasToolbar } from './toolbar/CanvasToolbar.tsx'
import { OrdinaryStylePanel } from './toolbar/OrdinaryStylePanel.tsx'
import { boardOverrides } from './toolbar/tool-overrides.ts'
import { ViewControls } from './toolbar/ViewControls.tsx'
import { WALL_COMPONENTS } from './wall/wall-components.ts'

/** Pages, menus and panels that would confuse in a workshop are left out; what people need of them is on our own bars. */
const components: TLComponents = {
  Background: Paper,
  InFrontOfTheCanvas: OverCards,
  Toolbar: CanvasToolbar,
  NavigationPanel: ViewControls,
  StylePanel: OrdinaryStylePanel,
  ContextMenu: BoardContextMenu,
  MenuPanel: null,
  HelperButtons: null,
  HelpMenu: null,
  TopPanel: null,
  SharePanel: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
}

const tools = [...cardTools, LinkFromTool]

/** Every kind that this browser can read: what the server does not keep is turned into a JPEG on the way. No videos, no embeds. */
const IMAGE_TYPES = ['image/*']
const NONE: never[] = []

const options: Partial<TldrawOptions> = {
  // tldraw's 4,000 is reached by a large workshop with links; the board was measured with 5,000 cards and their links
  maxShapesPerPage: 20_000,
  maxPages: 1,
  // digits are not tools here
  enableToolbarKeyboardShortcuts: false,
}

interface BoardEditorProps {
  session: BoardSession
  bound: BoundStore
  locale: Locale
  theme: Theme
  canEdit: boolean
  /** shown on the wall: nothing to work with, and only what participants may see */
  onWall?: boolean
  licenseKey?: string
  onReady?: (api: CanvasApi) => void
}

export function BoardEditor({ session, bound, locale, theme, canEdit, onWall = false, licenseKey, onReady }: BoardEditorProps) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const weakLinks = useMemo(() => atom('weak links shown', false), [])
  const leftOut = useMemo(() => atom('areas left out', areasLeftOut(session.view.get(), onWall)), [session, onWall])
  const user = useBoardUser(session, locale, theme)
  // a new function would make tldraw start a new editor
  const visibility = useCallback(
    (shape: TLShape, of: Editor) => shapeVisibility(of, shape, weakLinks.get(), leftOut.get()),
    [weakLinks, leftOut],
  )
  const mountedEditor = useRef<Editor | null>(null)
  const textOptions = useMemo(() => coEditing(session, bound, () => mountedEditor.current), [session, bound])
  const ready = useRef(onReady)
  ready.current = onReady

  useEffect(() => {
    const update = () => {
      const areas = areasLeftOut(session.view.get(), onWall)
      // The same areas in a new set would make every shape of the board ask again.
      if ([...areas].join() !== [...leftOut.get()].join()) leftOut.set(areas)
    }
    update()
    return session.view.subscribe(update)
  }, [session, leftOut, onWall])

  useEffect(() => {
    if (!canEdit) editor?.cancel()
    editor?.updateInstanceState({ isReadonly: !canEdit })
  }, [editor, canEdit])

  return (
    <CanvasSessionProvider value={session}>
      <Tldraw
        store={bound.store}
        user={user}
        shapeUtils={boardShapeUtils}
        tools={tools}
        components={onWall ? WALL_COMPONENTS : components}
        overrides={boardOverrides}
        assetUrls={tldrawAssetUrls}
        options={options}
        licenseKey={licenseKey}
        getShapeVisibility={visibility}
        textOptions={textOptions}
        embeds={NONE}
        acceptedImageMimeTypes={IMAGE_TYPES}
        acceptedVideoMimeTypes={NONE}
        onMount={(mounted) => {
          mountedEditor.current = mounted
          setEditor(mounted)
          const { api, stop } = mountBoard(mounted, session, bound, weakLinks, onWall)
          ready.current?.(api)
          return stop
        }}
      >
        {!onWall && <CanvasOverlay />}
      </Tldraw>
    </CanvasSessionProvider>
  )
}
