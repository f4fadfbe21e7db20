import * as Y from 'yjs'
import { TEXT_EDITOR } from './text-editor-origin.ts'

/**
 * Gives each line that this person's editor opens an empty text to write into. y-prosemirror would make it with the first character:
 * two people who begin in one empty line would make two, and lose letters when its next change joins them. Returns the way to stop.
 */
export function keepEmptyLinesShared(fragment: Y.XmlFragment): () => void {
  const fill = (events: Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
    if (origin !== TEXT_EDITOR || !fragment.doc) return
    const lines = events.flatMap(({ changes }) => [...changes.added].flatMap(({ content }) => emptyLinesIn(content)))
    if (lines.length === 0) return
    fragment.doc.transact(() => lines.forEach((line) => line.insert(0, [new Y.XmlText()])), TEXT_EDITOR)
  }
  fragment.observeDeep(fill)
  return () => fragment.unobserveDeep(fill)
}

function emptyLinesIn(content: unknown): Y.XmlElement[] {
  const type: unknown = content instanceof Y.ContentType ? content.type : undefined
  if (!(type instanceof Y.XmlElement)) return []
  if (isLine(type)) return type.length === 0 ? [type] : []
  return type.toArray().flatMap((child) => (child instanceof Y.XmlElement && isLine(child) && child.length === 0 ? [child] : []))
}

function isLine({ nodeName }: Y.XmlElement): boolean {
  return nodeName === 'paragraph' || nodeName === 'heading'
}
