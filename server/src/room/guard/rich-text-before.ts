import type { Json } from '@remedyboard/shared/board/board-record'
import { marksOf } from '@remedyboard/shared/board/rich-text-fragment'
import { canonicalRichText, elementNode, textNode, type RichTextNode } from '@remedyboard/shared/board/rich-text'
import * as Y from 'yjs'
import { hadBefore, valueBefore, wasThere } from './before.ts'

/** What a fragment read as before the running transaction. It was valid then, and so as shallow as the limits say. */
export function richTextBefore(fragment: Y.XmlFragment, transaction: Y.Transaction): RichTextNode {
  return canonicalRichText({ type: 'doc', content: childrenBefore(fragment, transaction) })
}

function childrenBefore(parent: Y.XmlFragment, transaction: Y.Transaction): RichTextNode[] {
  const nodes: RichTextNode[] = []
  for (let item = parent._start; item !== null; item = item.right) {
    if (!wasThere(item, transaction) || !(item.content instanceof Y.ContentType)) continue
    const child: unknown = item.content.type
    if (child instanceof Y.XmlText) nodes.push(...piecesBefore(child, transaction))
    else if (child instanceof Y.XmlElement) {
      nodes.push(elementNode(child.nodeName, attributesBefore(child, transaction), childrenBefore(child, transaction)))
    }
  }
  return nodes
}

function attributesBefore(element: Y.XmlElement, transaction: Y.Transaction): Record<string, Json> {
  const names = [...element._map.keys()].filter((name) => hadBefore(element, name, transaction))
  return Object.fromEntries(names.map((name) => [name, valueBefore(element, name, transaction) as Json]))
}

function piecesBefore(text: Y.XmlText, transaction: Y.Transaction): RichTextNode[] {
  const pieces: RichTextNode[] = []
  const formatting: Record<string, Json> = {}
  for (let item = text._start; item !== null; item = item.right) {
    if (!wasThere(item, transaction)) continue
    if (item.content instanceof Y.ContentFormat) formatting[item.content.key] = item.content.value as Json
    else if (item.content instanceof Y.ContentString) pieces.push(textNode(item.content.str, marksOf(formatting)))
  }
  return pieces
}
