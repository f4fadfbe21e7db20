import type { enBoard } from '../../i18n/en-board.ts'

export type KeyText = keyof typeof enBoard.canvas.keys.does
type GroupText = keyof typeof enBoard.canvas.keys.group

export interface ShortcutGroup {
  title: GroupText
  /** what one presses, alternatives apart; `Mod` is Ctrl, or ⌘ on a Mac */
  rows: readonly { keys: readonly string[]; does: KeyText }[]
}

/** Everything that has a key, ours first. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'cards',
    rows: [
      { keys: ['D'], does: 'dilemma' },
      { keys: ['R'], does: 'remedy' },
      { keys: ['S'], does: 'stakeholder' },
      { keys: ['A'], does: 'action' },
      { keys: ['N'], does: 'note' },
      { keys: ['L'], does: 'link' },
      { keys: ['Enter'], does: 'write' },
      { keys: ['Esc'], does: 'leave' },
      { keys: ['M'], does: 'bar' },
      { keys: ['I'], does: 'details' },
      { keys: ['Mod+V'], does: 'paste' },
    ],
  },
  {
    title: 'facilitator',
    rows: [
      { keys: ['Alt+N'], does: 'nextStep' },
      { keys: ['Alt+U'], does: 'lastStep' },
      { keys: ['Alt+P'], does: 'pauseTimer' },
      { keys: ['Alt+M'], does: 'addMinute' },
      { keys: ['Alt+J'], does: 'lowerHand' },
      { keys: ['Alt+A'], does: 'callAll' },
      { keys: ['Alt+K'], does: 'lockBoard' },
    ],
  },
  {
    title: 'places',
    rows: [
      { keys: ['1', '…', '9'], does: 'areas' },
      { keys: ['0'], does: 'start' },
      { keys: ['Shift+1'], does: 'all' },
      { keys: ['Shift+2'], does: 'selection' },
      { keys: ['+', '−'], does: 'zoom' },
      { keys: ['Space'], does: 'pan' },
      { keys: ['H'], does: 'hand' },
      { keys: ['K'], does: 'laser' },
    ],
  },
  {
    title: 'selection',
    rows: [
      { keys: ['V'], does: 'select' },
      { keys: ['Tab', 'Shift+Tab'], does: 'next' },
      { keys: ['Mod+↑ ↓ ← →'], does: 'neighbour' },
      { keys: ['↑ ↓ ← →'], does: 'move' },
      { keys: ['Shift+↑ ↓ ← →'], does: 'moveFar' },
      { keys: ['Mod+D'], does: 'duplicate' },
      { keys: ['Delete'], does: 'delete' },
      { keys: ['Mod+A'], does: 'selectAll' },
      { keys: [']', '['], does: 'order' },
      { keys: ['Mod+C', 'Mod+X'], does: 'copy' },
      { keys: ['Mod+Z', 'Mod+Shift+Z'], does: 'undo' },
    ],
  },
  {
    title: 'drawing',
    rows: [
      { keys: ['B'], does: 'draw' },
      { keys: ['Shift+D'], does: 'highlight' },
      { keys: ['E'], does: 'eraser' },
      { keys: ['T'], does: 'text' },
      { keys: ['Shift+R'], does: 'rectangle' },
      { keys: ['O'], does: 'ellipse' },
      { keys: ['Shift+L'], does: 'line' },
      { keys: ['F'], does: 'frame' },
      { keys: ['Mod+U'], does: 'image' },
    ],
  },
  { title: 'help', rows: [{ keys: ['?'], does: 'help' }] },
]
