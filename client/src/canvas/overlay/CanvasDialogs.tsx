import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useEditor, useValue } from 'tldraw'
import { KeyboardHelp } from '../keyboard/KeyboardHelp.tsx'
import { PasteListDialog } from '../paste/PasteListDialog.tsx'
import { CardReader } from '../reading/CardReader.tsx'
import { focusCanvas } from './focus-canvas.ts'
import { dialogOf } from './open-dialog.ts'

/** The canvas's own dialogs. They stand outside tldraw's element: it listens to every key below itself. */
export function CanvasDialogs() {
  const editor = useEditor()
  const dialog = useValue('canvas dialog', () => dialogOf(editor).get(), [editor])
  const isOpen = dialog !== null

  useEffect(() => {
    if (!isOpen) return
    // With a menu open tldraw leaves keys and clipboard alone.
    editor.menus.addOpenMenu('remedyboard dialog')
    return () => {
      editor.menus.deleteOpenMenu('remedyboard dialog')
      focusCanvas(editor)
    }
  }, [editor, isOpen])

  if (!dialog) return null
  const close = () => dialogOf(editor).set(null)
  return createPortal(
    dialog.kind === 'paste-list' ? (
      <PasteListDialog text={dialog.text} point={dialog.point} onClose={close} />
    ) : dialog.kind === 'keys' ? (
      <KeyboardHelp onClose={close} />
    ) : (
      <CardReader cardId={dialog.cardId} onClose={close} />
    ),
    document.body,
  )
}
