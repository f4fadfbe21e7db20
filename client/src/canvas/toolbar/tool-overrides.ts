import type { TLUiOverrides, TLUiToolItem, TLUiToolsContextType } from 'tldraw'
import { CARD_TOOL_KINDS, cardToolId } from '../card/card-tools.ts'
import { boardActions } from '../keyboard/board-actions.ts'
import { LINK_FROM_TOOL } from '../link/link-from-tool.ts'
import { tldrawTranslations } from '../locale/tldraw-translations.ts'
import { dialogOf } from '../overlay/open-dialog.ts'

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
    const { arrow } = ours
    if (arrow) {
      const onSelect = arrow.onSelect.bind(arrow)
      // The key alone starts from the selected card. The button stays the tool that draws from card to card.
      arrow.onSelect = (source) => {
        if (source === 'kbd' && editor.getOnlySelectedShape()?.type === 'card') editor.setCurrentTool(LINK_FROM_TOOL)
        else onSelect(source)
      }
    }
    const dialogs = { 'paste-list': { kind: 'paste-list', text: '', point: null }, keys: { kind: 'keys' } } as const
    for (const [id, dialog] of Object.entries(dialogs)) {
      ours[id] = {
        id,
        label: 'action.open-kbd-shortcuts',
        icon: 'tool-note',
        readonlyOk: true,
        onSelect: () => void dialogOf(editor).set(dialog),
      }
    }
    return ours
  },
  actions: boardActions,
}
