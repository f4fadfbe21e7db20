import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { createTLStore, defaultBindingUtils, defaultShapeTools, defaultTools, Editor, type TLShapeId } from 'tldraw'
import { allShapeUtils } from './board-shapes.ts'
import { cardTools } from './card/card-tools.ts'
import { shapeVisibility } from './merged/shape-visibility.ts'
import { toTLRecord } from './binding/record-casts.ts'

/** A board's editor without a screen, for tests. `weakLinks.shown` is what people set in the header. */
export function testEditor(): { editor: Editor; weakLinks: { shown: boolean } } {
  const weakLinks = { shown: false }
  const editor = new Editor({
    store: createTLStore({ shapeUtils: allShapeUtils, bindingUtils: defaultBindingUtils }),
    shapeUtils: allShapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools, ...cardTools],
    getContainer: () => document.body,
    getShapeVisibility: (shape, of) => shapeVisibility(of, shape, weakLinks.shown),
  })
  return { editor, weakLinks }
}

/** Puts a template's or a test's records onto the page. */
export function putRecords(editor: Editor, records: readonly BoardRecord[]): void {
  const page = editor.getCurrentPageId()
  editor.store.mergeRemoteChanges(() => {
    editor.store.put(records.map((record) => toTLRecord(record['parentId'] === 'page:page' ? { ...record, parentId: page } : record)))
  })
}

export function shapeId(name: string): TLShapeId {
  return `shape:${name}` as TLShapeId // what tldraw's createShapeId makes of a name
}
