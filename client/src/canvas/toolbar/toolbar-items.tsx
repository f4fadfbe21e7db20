import type { enBoard } from '../../i18n/en-board.ts'
import {
  Circle,
  Crosshair,
  Eraser,
  Frame,
  Hand,
  Highlighter,
  Image,
  Minus,
  Keyboard,
  ListPlus,
  MousePointer2,
  Pencil,
  Square,
  Type,
} from 'lucide-react'
import type { ReactElement } from 'react'
import type { CardKind } from '@remedyboard/shared/board/card'
import { BoardIcon } from '../card/card-icons.tsx'
import { cardToolId } from '../card/card-tools.ts'

export interface ToolbarItem {
  /** tldraw's id of the tool */
  id: string
  label: `canvas.kind.${CardKind}` | `canvas.tool.${keyof typeof enBoard.canvas.tool}` | 'canvas.paste.tool' | 'canvas.keys.tool'
  icon: ReactElement
  /** shown on the button and in its name */
  key?: string
  kind?: CardKind
}

const SIZE = 20
const stroke = { size: SIZE, strokeWidth: 2.1, 'aria-hidden': true } as const

function cardItem(kind: CardKind, key?: string): ToolbarItem {
  return { id: cardToolId(kind), label: `canvas.kind.${kind}`, icon: <BoardIcon name={kind} size={SIZE} />, key, kind }
}

const SELECT: ToolbarItem = { id: 'select', label: 'canvas.tool.select', icon: <MousePointer2 {...stroke} />, key: 'V' }
const HAND: ToolbarItem = { id: 'hand', label: 'canvas.tool.hand', icon: <Hand {...stroke} />, key: 'H' }
const KEYS: ToolbarItem = { id: 'keys', label: 'canvas.keys.tool', icon: <Keyboard {...stroke} />, key: '?' }
const LASER: ToolbarItem = { id: 'laser', label: 'canvas.tool.laser', icon: <Crosshair {...stroke} />, key: 'K' }

/** Always on the bar. Order as people work: look, say what is wrong, say what helps. */
export const MAIN_TOOLS: readonly ToolbarItem[] = [SELECT, cardItem('dilemma', 'D'), cardItem('remedy', 'R')]

/** In the menu on phones. */
export const PEOPLE_TOOLS: readonly ToolbarItem[] = [cardItem('stakeholder', 'S'), cardItem('action', 'A')]

/** Always on the bar. */
export const LINK_TOOLS: readonly ToolbarItem[] = [
  cardItem('note', 'N'),
  { id: 'arrow', label: 'canvas.tool.link', icon: <BoardIcon name="link" size={SIZE} />, key: 'L' },
]

/** On the bar, without their names, where there is room; else in the menu. */
export const SIDE_TOOLS: readonly ToolbarItem[] = [
  { id: 'draw', label: 'canvas.tool.draw', icon: <Pencil {...stroke} />, key: 'B' },
  { id: 'text', label: 'canvas.tool.text', icon: <Type {...stroke} />, key: 'T' },
  { id: 'eraser', label: 'canvas.tool.eraser', icon: <Eraser {...stroke} />, key: 'E' },
]

export const MORE_TOOLS: readonly ToolbarItem[] = [
  cardItem('evidence'),
  cardItem('practice'),
  HAND,
  { id: 'highlight', label: 'canvas.tool.highlight', icon: <Highlighter {...stroke} />, key: 'Shift+D' },
  { id: 'rectangle', label: 'canvas.tool.rectangle', icon: <Square {...stroke} />, key: 'Shift+R' },
  { id: 'ellipse', label: 'canvas.tool.ellipse', icon: <Circle {...stroke} />, key: 'O' },
  { id: 'line', label: 'canvas.tool.line', icon: <Minus {...stroke} />, key: 'Shift+L' },
  { id: 'frame', label: 'canvas.tool.frame', icon: <Frame {...stroke} />, key: 'F' },
  { id: 'asset', label: 'canvas.tool.image', icon: <Image {...stroke} /> },
  LASER,
  { id: 'paste-list', label: 'canvas.paste.tool', icon: <ListPlus {...stroke} /> },
  KEYS,
]

/** For people who only look on. */
export const VIEWER_TOOLS: readonly ToolbarItem[] = [SELECT, HAND, LASER, KEYS]
