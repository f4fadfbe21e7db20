import type { Editor, TLUiActionItem, TLUiActionsContextType } from 'tldraw'
import { areaInfos } from '../area/areas-on-page.ts'
import { zoomToArea, zoomToStart } from '../camera/zoom-to.ts'
import { focusCardBar } from '../card-bar/focus-card-bar.ts'
import { text } from '../../i18n/i18n.ts'
import { showNotice } from '../overlay/notice.ts'
import { copyByCommand, hasClipboardApi } from '../paste/copy-shapes.ts'
import { dialogOf } from '../overlay/open-dialog.ts'
import { panelOf } from '../side-panel/panel-of.ts'

/** Areas that have a digit of their own. */
const AREA_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** tldraw's actions that lead to other servers, or whose meaning here is another: locks are the facilitators' (`meta.lock`). */
const REMOVED = [
  'insert-embed',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-embed-link',
  'print',
  'toggle-lock',
  'unlock-all',
  'toggle-dark-mode',
]

/** tldraw's actions with ours: places by digit, help, the bar of a card. */
export function boardActions(editor: Editor, actions: TLUiActionsContextType): TLUiActionsContextType {
  const kept = Object.fromEntries(Object.entries(actions).filter(([id]) => !REMOVED.includes(id)))
  const ours: TLUiActionItem[] = [
    { id: 'start-view', kbd: '0', readonlyOk: true, onSelect: () => zoomToStart(editor) },
    ...AREA_KEYS.map((key, i): TLUiActionItem => ({
      id: `area-${key}`,
      kbd: key,
      readonlyOk: true,
      onSelect() {
        const info = areaInfos(editor).get()[i]
        if (info) zoomToArea(editor, info.area)
      },
    })),
    { id: 'card-bar', kbd: 'm', readonlyOk: true, onSelect: () => focusCardBar(editor) },
    { id: 'details', kbd: 'i', readonlyOk: true, onSelect: () => void panelOf(editor).set({ kind: 'details' }) },
    // its key is in open-help-on-question-mark.ts
    { id: 'open-kbd-shortcuts', readonlyOk: true, onSelect: () => void dialogOf(editor).set({ kind: 'keys' }) },
  ]
  if (!hasClipboardApi()) replaceClipboardActions(editor, kept)
  return { ...kept, ...Object.fromEntries(ours.map((action) => [action.id, action])) }
}

/** tldraw's own would throw where the browser has no clipboard API. Pasting is then left to the keys. */
function replaceClipboardActions(editor: Editor, actions: TLUiActionsContextType): void {
  const replace = (id: string, onSelect: () => void) => {
    if (actions[id]) actions[id] = { ...actions[id], onSelect }
  }
  const copy = () => {
    if (editor.getSelectedShapeIds().length > 0 && !copyByCommand(editor))
      showNotice(editor, { text: text('canvas.bar.notCopied'), tone: 'problem' })
  }
  replace('copy', copy)
  replace('cut', () => {
    copy()
    editor.markHistoryStoppingPoint('cut')
    editor.deleteShapes(editor.getSelectedShapeIds())
  })
  replace('paste', () => showNotice(editor, { text: text('canvas.bar.pasteByKeys'), tone: 'done' }))
}
