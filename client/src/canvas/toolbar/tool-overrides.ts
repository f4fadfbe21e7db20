import type { TLUiOverrides, TLUiToolItem, TLUiToolsContextType } from 'tldraw'
import { CARD_TOOL_KINDS, cardToolId } from '../card/card-tools.ts'
import { tldrawTranslations } from '../locale/tldraw-translations.ts'

/** Keys of the kinds that people add most; `null`: from the menu only. */
const CARD_KEYS: Readonly<Record<(typeof CARD_TOOL_KINDS)[number], string | null>> = {
  dilemma: 'd',
  remedy: 'r',
  stakeholder: 's',
  action: 'a',
  note: 'n',
  practice: null,
  evidence: null,
}

/**
 * tldraw's own keys that give way to ours. Draw keeps B and X; the arrow becomes the link tool, L; the line moves to Shift+L.
 * The sticky note has no key: notes are cards here.
 */
const MOVED_KEYS: Readonly<Record<string, string | undefined>> = {
  draw: 'b,x',
  arrow: 'l',
  line: 'shift+l',
  rectangle: 'shift+r',
  note: undefined,
}

export const boardOverrides: TLUiOverrides = {
  translations: tldrawTranslations,
  tools(editor, tools) {
    const ours: TLUiToolsContextType = {}
    for (const [id, tool] of Object.entries(tools)) ours[id] = id in MOVED_KEYS ? Object.assign(tool, { kbd: MOVED_KEYS[id] }) : tool
    for (const kind of CARD_TOOL_KINDS) {
      const id = cardToolId(kind)
      const tool: TLUiToolItem = {
        id,
        label: id,
        icon: 'tool-note',
        kbd: CARD_KEYS[kind] ?? undefined,
        onSelect: () => editor.setCurrentTool(id),
      }
      ours[id] = tool
    }
    return ours
  },
}
