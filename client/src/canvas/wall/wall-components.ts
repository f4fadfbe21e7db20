import type { TLComponents } from 'tldraw'
import { Paper } from '../look/Paper.tsx'

/** The board on the wall: no tools, no bars, nobody's cursor or selection; tldraw's watermark stays. */
export const WALL_COMPONENTS: TLComponents = {
  Background: Paper,
  ActionsMenu: null,
  CollaboratorBrush: null,
  CollaboratorCursor: null,
  CollaboratorHint: null,
  CollaboratorShapeIndicator: null,
  ContextMenu: null,
  CursorChatBubble: null,
  DebugMenu: null,
  DebugPanel: null,
  HelperButtons: null,
  HelpMenu: null,
  InFrontOfTheCanvas: null,
  KeyboardShortcutsDialog: null,
  MainMenu: null,
  MenuPanel: null,
  NavigationPanel: null,
  PageMenu: null,
  QuickActions: null,
  SelectionBackground: null,
  SelectionForeground: null,
  SharePanel: null,
  StylePanel: null,
  Toolbar: null,
  TopPanel: null,
  ZoomMenu: null,
}
