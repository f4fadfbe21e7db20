import type { Editor, TLArrowShape, TLContent, TLShape, TLShapeId } from 'tldraw'
import { linkEnds } from '../link/links.ts'
import { mergedOf } from '../merged/merged-cards.ts'

/**
 * Copies of cards take along the links among them, whether or not these are selected, and leave out cards that another stands for.
 * Where the browser has no clipboard API (plain http in the LAN), copying and cutting go through the event's own clipboard, in the
 * form that tldraw reads. Returns the way to stop.
 */
export function copyShapes(editor: Editor): () => void {
  const former = editor.getContentFromCurrentPage.bind(editor)
  editor.getContentFromCurrentPage = (shapes) => {
    const ids = shapes.map((shape: TLShape | TLShapeId) => (typeof shape === 'string' ? shape : shape.id))
    return withoutMerged(editor, former([...new Set([...ids, ...linksAmong(editor, ids)])]))
  }
  const onCopy = (event: ClipboardEvent) => {
    if (hasClipboardApi() || !takesClipboard(editor) || !writeShapes(editor, event)) return
    event.stopImmediatePropagation()
    if (event.type !== 'cut' || editor.getIsReadonly()) return
    editor.markHistoryStoppingPoint('cut')
    editor.deleteShapes(editor.getSelectedShapeIds())
  }
  document.addEventListener('copy', onCopy, { capture: true })
  document.addEventListener('cut', onCopy, { capture: true })
  return () => {
    editor.getContentFromCurrentPage = former
    document.removeEventListener('copy', onCopy, { capture: true })
    document.removeEventListener('cut', onCopy, { capture: true })
  }
}

/** TypeScript believes that every page has it; plain http pages have not. */
export function hasClipboardApi(): boolean {
  const clipboard: Clipboard | undefined = navigator.clipboard
  return clipboard !== undefined
}

/** From a menu, where nothing but the old command is left: what is selected is written when the browser asks for it. */
export function copyByCommand(editor: Editor): boolean {
  let written = false
  const write = (event: ClipboardEvent) => {
    written = writeShapes(editor, event)
    event.stopImmediatePropagation()
  }
  // The command does nothing while no text is marked.
  const marked = document.createElement('textarea')
  marked.value = ' '
  marked.style.position = 'fixed'
  marked.style.opacity = '0'
  document.body.append(marked)
  marked.select()
  window.addEventListener('copy', write, { capture: true })
  document.execCommand('copy')
  window.removeEventListener('copy', write, { capture: true })
  marked.remove()
  editor.focus()
  return written
}

function linksAmong(editor: Editor, ids: readonly TLShapeId[]): TLShapeId[] {
  const copied = editor.getShapeAndDescendantIds([...ids])
  return editor.getCurrentPageShapes().flatMap((shape) => {
    if (shape.type !== 'arrow' || copied.has(shape.id) || editor.isShapeHidden(shape)) return []
    const ends = linkEnds(editor, shape as TLArrowShape) // the type says so
    return ends && copied.has(ends.start.toId) && copied.has(ends.end.toId) ? [shape.id] : []
  })
}

function withoutMerged(editor: Editor, content: TLContent | undefined): TLContent | undefined {
  const { targets } = mergedOf(editor)
  if (!content || targets.size === 0) return content
  return {
    ...content,
    shapes: content.shapes.filter(({ id }) => !targets.has(id)),
    rootShapeIds: content.rootShapeIds.filter((id) => !targets.has(id)),
    bindings: content.bindings?.filter(({ toId }) => !targets.has(toId)),
  }
}

/** As tldraw decides it: not while somebody writes, in a field or on a card, and not over an open menu. */
function takesClipboard(editor: Editor): boolean {
  const active = document.activeElement
  const isWriting = active instanceof HTMLElement && (active.isContentEditable || ['INPUT', 'SELECT', 'TEXTAREA'].includes(active.tagName))
  return (
    editor.getInstanceState().isFocused &&
    editor.getSelectedShapeIds().length > 0 &&
    editor.getEditingShapeId() === null &&
    !editor.menus.hasAnyOpenMenus() &&
    !isWriting
  )
}

function writeShapes(editor: Editor, event: ClipboardEvent): boolean {
  const content = editor.getContentFromCurrentPage(editor.getSelectedShapeIds())
  if (!content || !event.clipboardData) return false
  const texts = content.shapes.flatMap((shape) => editor.getShapeUtil(shape).getText(shape) ?? [])
  event.clipboardData.setData('text/html', clipboardHtml(content))
  event.clipboardData.setData('text/plain', texts.filter((text) => text !== '').join('\n') || ' ')
  event.preventDefault()
  return true
}

/** The plain one of the forms that tldraw reads. Everything that a clipboard or a parser could change on the way is escaped. */
export function clipboardHtml(content: TLContent): string {
  const json = JSON.stringify({ type: 'application/tldraw', kind: 'content', version: 2, data: content })
  const safe = json.replace(/[<>&\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `<div data-tldraw>${safe}</div>`
}
