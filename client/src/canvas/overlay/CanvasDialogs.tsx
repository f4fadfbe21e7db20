import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useEditor, useValue } from 'tldraw'
import { focusCanvas } from './focus-canvas.ts'
import { lazyPart } from './lazy-part.tsx'
import { dialogOf } from './open-dialog.ts'

const KeyboardHelp = lazyPart(async () => ({ default: (await import('../keyboard/KeyboardHelp.tsx')).KeyboardHelp }))
const PasteListDialog = lazyPart(async () => ({ default: (await import('../paste/PasteListDialog.tsx')).PasteListDialog }))
const CardReader = lazyPart(async () => ({ default: (await import('../reading/CardReader.tsx')).CardReader }))

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
